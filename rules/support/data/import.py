#!/usr/bin/env python3
"""Makes vulnerabilities.tsv and end_of_life.tsv from collected facts: import.py VULNS.json EOL.json [FOLDER]

Only facts are taken: names, versions, ranges, dates, identifiers, severities and addresses. NOTICE names the sources.
"""
import json
import pathlib
import sys

# Products of endoflife.date under the names that scanner/components gives them.
RENAMED = {"angular": "@angular/core", "emberjs": "ember", "solr": "apache-solr"}
REPEATED = {"react": ["react-dom"]}
# The table is about what a site can show of itself: no operating systems, databases or tools.
LEFT_OUT = {"tls", "ubuntu", "debian", "centos", "rhel", "almalinux", "rocky-linux", "alpine-linux", "freebsd", "mysql", "mariadb",
            "postgresql", "mongodb", "redis", "twig", "guzzle", "go", "openjdk-builds-from-oracle", "windows-server", "msexchange",
            "sharepoint"}  # its cycles are years, its versions are not
# IIS is a part of Windows and ends with it. IIS 10.0 came with several versions of Windows, so it tells nothing.
IIS = {"8.5": "2012-r2", "8.0": "2012", "7.5": "2008-r2-sp1", "7.0": "2008-sp2", "6.0": "2003-sp2"}
# Parts of a library that the source counts apart.
PARTS = {"jquery-ui-dialog": "jquery-ui", "jquery-ui-tooltip": "jquery-ui"}
# A page shows no version of modules and of most other programs.
COMPONENTS = {"library", "cms"}
ALSO = {"phpmyadmin", "magento1", "adminer", "simplesamlphp"}


def cell(value):
    text = ",".join(value) if isinstance(value, list) else str(value or "")
    return text.replace("\t", " ").replace("\n", " ")


def vulnerabilities(source):
    rows = []
    for row in source["rows"]:
        if row["type"] not in COMPONENTS and row["component"] not in ALSO:
            continue
        if row["cwe"] == ["CWE-1104"]:  # "not maintained": end_of_life.tsv says that with its date
            continue
        below = row.get("below") or ""
        if below.startswith("999"):  # how the source says that there is no fix
            below = ""
        # WordPress corrects its old branches too, in releases of their own: the range is sure only within its own branch.
        ported = "yes" if row["component"] == "wordpress" and row.get("confidence") != "branch-fix" else ""
        rows.append([PARTS.get(row["component"], row["component"]), cell(row.get("atOrAbove")), cell(row.get("above")), below, cell(row.get("upTo")),
                     cell(row.get("excludes")), ported, cell(row["severity"]), cell(row["ids"]), cell(row["cwe"]), cell(row["ref"])])
    rows.sort()
    return [row for i, row in enumerate(rows) if i == 0 or row != rows[i - 1]]


def flag(value):
    return {True: "yes", False: "no"}.get(value, cell(value))


def end_of_life(source):
    rows = []

    def add(name, cycle, key):
        rows.append([name, key, cell(cycle.get("released")), flag(cycle["eol"]), cell(cycle.get("latest")), cell(cycle.get("latestDate"))])

    for product, facts in source["products"].items():
        if product in LEFT_OUT:
            continue
        name = RENAMED.get(product, product)
        for each in [name] + REPEATED.get(product, []):
            for cycle in facts["cycles"]:
                add(each, cycle, cycle["cycle"])
    windows = {cycle["cycle"]: cycle for cycle in source["products"]["windows-server"]["cycles"]}
    for version, cycle in IIS.items():
        match = windows.get(cycle)
        if match:
            add("microsoft-iis", dict(match, latest="", latestDate=""), version)
    rows.sort()
    return rows


def write(path, comment, columns, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(f"# {comment}\n# " + "\t".join(columns) + "\n")
        out.writelines("\t".join(row) + "\n" for row in rows)
    print(f"{path}: {len(rows)} rows")


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        vulns = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        eol = json.load(file)
    folder = pathlib.Path(sys.argv[3]) if len(sys.argv) == 4 else pathlib.Path(__file__).resolve().parent
    write(folder / "vulnerabilities.tsv",
          f"Snapshot {vulns['_meta']['made']}. Sources and licences: " + "; ".join(vulns["_meta"]["sources"].values()),
          ["component", "at_or_above", "above", "below", "up_to", "excludes", "ported_to_branches", "severity", "ids", "cwe", "reference"],
          vulnerabilities(vulns))
    meta = eol["_meta"]
    write(folder / "end_of_life.tsv",
          f"Snapshot {meta['snapshot']}. Source: {meta['source']}@{meta['commit'][:12]} ({meta['licence']})",
          ["component", "cycle", "released", "ends", "latest", "latest_date"], end_of_life(eol))


main()
