"""Java 17's JSSE with all that it still knows: SSL 3.0, export and anonymous suites."""

import subprocess
from pathlib import Path

from process import Missing, Server, needed

_SITE = Path(__file__).with_name("Site.java")


def _jsse(place):
    needed("javac")  # a run-time alone cannot start a source file
    program = needed("java")
    version = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=60, check=True).stderr
    if ' "17.' not in version and ' version "17"' not in version:
        raise Missing("Java 17 is not there but " + version.splitlines()[0])
    store = place.authority.pkcs12("good", "password", "site")
    server = Server(place.folder, lambda port: [program, "-Xshare:auto", "-XX:TieredStopAtLevel=1", _SITE, port, store, "password"])
    server.starts_within = 90  # it compiles first
    return server


SERVERS = {"17": _jsse}
