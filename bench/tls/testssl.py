"""testssl.sh as a process, and its flat JSON as sets that can be compared."""

import json
import re
import subprocess
from pathlib import Path

from process import needed

_SUITES = Path(__file__).resolve().parents[2] / "scanner" / "facts" / "tls" / "data" / "cipher_suites.tsv"
_VERSIONS = {"SSLv2": "ssl2", "SSLv3": "ssl3", "TLS1": "tls1_0", "TLS1_1": "tls1_1", "TLS1_2": "tls1_2", "TLS1_3": "tls1_3"}
_SECTIONS = {"ssl2": "ssl2", "ssl3": "ssl3", "tls1": "tls1_0", "tls1_1": "tls1_1", "tls1_2": "tls1_2", "tls1_3": "tls1_3"}
_SUITE = re.compile(r"cipher-(\w+)_x([0-9a-f]+)")
ATTACKS = {"heartbleed": "heartbleed", "CCS": "ccs_injection", "ticketbleed": "ticketbleed", "ROBOT": "robot"}


def command(port, root, out, *sections):
    """A full run where no section is named."""
    return [needed("testssl"), *sections, "--quiet", "--color", "0", "--warnings", "off", "--add-ca", str(root),
            "--jsonfile", str(out), f"localhost:{port}"]


class Seen:
    """What one of the two saw: (version, "") for a version, (version, suite) for a suite, and {attack: exposure}."""

    def __init__(self, offers, attacks):
        self.offers, self.attacks = offers, attacks


def run(port, root, folder, attacks, timeout):
    """Versions and suites; known attacks too if `attacks`. None where it did not end in time."""
    out = folder / "testssl.json"
    out.unlink(missing_ok=True)
    sections = ["-p", "-E"] + (["-U"] if attacks else [])
    with (folder / "testssl.log").open("w") as log:
        try:
            subprocess.run(command(port, root, out, *sections), cwd=folder, stdin=subprocess.DEVNULL, stdout=log,
                           stderr=subprocess.STDOUT, timeout=timeout, check=False)
        except subprocess.TimeoutExpired:
            return None
    return read(json.loads(out.read_text()))


def read(findings):
    offers, exposures = set(), {}
    for finding in findings:
        name, text = finding["id"], finding["finding"]
        suite = _SUITE.fullmatch(name)
        if name in _VERSIONS and not text.startswith("not offered"):
            offers.add((_VERSIONS[name], ""))
        elif suite and suite[1] in _SECTIONS:
            offers.add((_SECTIONS[suite[1]], suite_name(suite[2])))
        elif name in ATTACKS:
            exposures[ATTACKS[name]] = "safe" if finding["severity"] in ("OK", "INFO") else "vulnerable"
    return Seen(offers, exposures)


def suite_name(digits):
    """The registry's name of a code as testssl.sh writes it: 2f, c02f, 010080."""
    code = digits.upper().zfill(4)
    return _names().get(code, f"0x{code}")


def _names(known={}):  # filled once
    if not known:
        known.update(line.split("\t")[:2] for line in _SUITES.read_text().splitlines() if not line.startswith("#"))
    return known
