"""A throw-away certification authority and a certificate for 127.0.0.1, made with openssl."""

import subprocess
from pathlib import Path


class Authority:
    def __init__(self, folder):
        folder = Path(folder)
        self.ca, self.certificate, self.key = folder / "ca.pem", folder / "site.pem", folder / "site.key"
        self._make(folder / "ca.key", self.ca, "Test root", "basicConstraints=critical,CA:TRUE",
                   "keyUsage=critical,keyCertSign,cRLSign")
        self._make(self.key, self.certificate, "127.0.0.1", "basicConstraints=critical,CA:FALSE",
                   "subjectAltName=IP:127.0.0.1", "extendedKeyUsage=serverAuth",
                   signed_by=["-CA", self.ca, "-CAkey", folder / "ca.key"])

    @staticmethod
    def _make(key, certificate, name, *extensions, signed_by=()):
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc",
                        "-days", "90", "-subj", f"/CN={name}", "-keyout", key, "-out", certificate, *signed_by,
                        *(word for extension in extensions for word in ("-addext", extension))],
                       check=True, timeout=30, stdin=subprocess.DEVNULL, capture_output=True)
