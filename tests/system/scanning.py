"""A test that runs veedor the way its users do: in a folder of its own, judged by exit code, output and scan.json."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path


class Scan:
    """What one `veedor scan` came to."""

    def __init__(self, finished, folder):
        self.code, self.stdout, self.stderr = finished.returncode, finished.stdout, finished.stderr
        file = folder / "scan.json"
        self.report = json.loads(file.read_text()) if file.exists() else {}
        self.pages = {_path(page["url"]): page for page in self.report.get("pages", [])}

    def outcomes(self):
        return Counter(page["outcome"] for page in self.pages.values())

    def _sure(self):
        """What a law or standard requires; heuristics and good advice apart."""
        return [finding for finding in self.report["findings"]
                if finding["standing"] == "required" and finding["confidence"] != "low"]

    def failed_rules(self):
        return {finding["rule"] for finding in self._sure() if finding["outcome"] == "failed"}

    def blamed_paths(self, *but):
        return {_path(occurrence["url"]) for finding in self._sure() if finding["rule"] not in but
                for occurrence in finding["occurrences"]}


class ScanningTest(unittest.TestCase):
    veedor = None  # the program under test
    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="veedor-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def scan(self, *arguments, timeout=60):
        where = Path(tempfile.mkdtemp(dir=self.folder))
        command = [self.veedor, "--lang", "en", "scan", "--no-config", *map(str, arguments),
                   "-f", "text", "-f", "json=scan.json"]
        return Scan(run(command, where, timeout), where)


def run(command, folder, timeout=60, **environment):
    """Nothing that the caller has set for veedor reaches it, except what is given here."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("VEEDOR_")}
    return subprocess.run(command, cwd=folder, env=clean | environment, timeout=timeout, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)


def main():
    """The last argument is the veedor under test."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that what was started is stopped too
    ScanningTest.veedor = str(Path(sys.argv.pop()).resolve())
    unittest.main(verbosity=2)


def _path(url):
    parts = url.split("/", 3)  # what is said of a whole site names its origin only
    return "/" + (parts[3] if len(parts) > 3 else "")
