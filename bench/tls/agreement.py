"""Versions and suites, server by server, that only one of veedor and testssl.sh saw. Each such difference is either explained in
known_differences.tsv or makes the run fail."""

import argparse
import fnmatch
import signal
import sys
import tempfile
from pathlib import Path

import table
import testssl
from process import Missing, needed
from scan import scan
from servers import Place, all_servers

# The others offer the same as one of these.
_DISTINCT = ["nginx_modern", "nginx_old", "nginx_early_data", "openssl_tls1_0", "openssl_sha1", "openssl_revoked", "node_0_10",
             "node_0_12", "node_8", "node_20", "node_24", "java_17", "gnutls_everything", "gnutls_normal", "nss_selfserv"]
_SECONDS = 900  # that testssl.sh may take for one server


def main():
    parser = argparse.ArgumentParser(prog="./dev bench tls agreement", description=__doc__)
    parser.add_argument("veedor")
    parser.add_argument("downloads")
    parser.add_argument("servers", nargs="*", metavar="SERVER", help="names in tests/zoo/expected; default: those that differ in what they offer")
    parser.add_argument("--tables", action="store_true", help="compare testssl.sh with the tables of the tests instead of with a scan")
    parser.add_argument("--attacks", action="store_true", help="the attacks that both try, too: some minutes a server more")
    options = parser.parse_args()
    known = all_servers()
    for name in options.servers:
        if name not in known:
            parser.error(f"no such server: {name}; there are {', '.join(known)}")
    try:
        needed("testssl")
    except Missing as missing:
        print(f"agreement: skipped, {missing}")
        return 0
    unexplained = sum(_compare(name, known[name], options) for name in options.servers or _DISTINCT)
    print("every difference is explained" if unexplained == 0 else f"{unexplained} differences without an explanation")
    return min(unexplained, 1)


def _compare(name, start, options):
    """Prints what differs; how many differences have no explanation."""
    with tempfile.TemporaryDirectory(prefix="veedor-agreement-") as where:
        folder = Path(where)
        try:
            place = Place(folder, options.downloads)
            with start(place) as server:
                ours = _of_table(name) if options.tables else _of_scan(options.veedor, server, place, folder)
                theirs = testssl.run(server.port, place.authority.root, folder, options.attacks, _SECONDS)
        except Missing as missing:
            print(f"{name}: skipped, {missing}")
            return 0
        except RuntimeError as error:
            print(f"{name}: {error}")
            return 1
    if theirs is None:
        print(f"{name}: testssl.sh did not end within {_SECONDS} seconds")
        return 1
    return _tell(name, "the table" if options.tables else "veedor", ours, theirs)


def _tell(name, us, ours, theirs):
    print(f"{name}: {len(ours.offers & theirs.offers)} versions and suites seen by both", flush=True)
    unexplained = 0
    for side, key, found in [(us, "veedor", ours.offers - theirs.offers), ("testssl.sh", "testssl", theirs.offers - ours.offers)]:
        for version, suite in sorted(found):
            unexplained += _line(name, key, f"only {side}", f"{version} {suite}".strip())
    for attack, exposure in sorted(theirs.attacks.items()):
        if ours.attacks.get(attack) != exposure:
            unexplained += _line(name, "attack", f"testssl.sh says {exposure}, {us} {ours.attacks.get(attack, 'nothing')}", attack)
    return unexplained


def _line(name, side, what, subject):
    """Prints one difference; 1 if it has no explanation."""
    why = next((row[3] for row in _explanations() if row[1] == side and fnmatch.fnmatchcase(name, row[0])
                and fnmatch.fnmatchcase(subject, row[2])), None)
    print(f"  {what}: {subject} ({why or 'NOT EXPLAINED'})", flush=True)
    return 0 if why else 1


def _explanations():
    lines = Path(__file__).with_name("known_differences.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _of_scan(veedor, server, place, folder):
    finished, tls = scan(veedor, server.port, place.authority.root, folder, "--intrusive", "--tls-rate", "0",
                         "--tls-connections", "400")
    if not tls.get("versions"):
        raise RuntimeError(f"no TLS in scan.json, exit code {finished.returncode}: {finished.stderr}")
    offers = {(version, "") for version, support in tls["versions"].items() if support == "offered"}
    offers |= {(version, suite) for version, offer in tls["offers"].items() for suite in offer["suites"]}
    return testssl.Seen(offers, {name: found["exposure"] for name, found in tls["vulnerabilities"].items()})


def _of_table(name):
    rows = table.read(name)
    offers = {(path.split(".")[1], "") for path, values in rows.items() if path.startswith("versions.") and values == ["offered"]}
    offers |= {(path.split(".")[1], suite) for path, values in rows.items() if ".suites." in path for suite in values}
    attacks = {path.split(".")[1]: values[0] for path, values in rows.items() if path.startswith("vulnerabilities.")}
    return testssl.Seen(offers, attacks)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that what was started is stopped too
    sys.exit(main())
