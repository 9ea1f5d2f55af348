"""selfserv, the server of Mozilla's NSS."""

import subprocess

from process import Server, needed

# RC4, 3DES, DES, NULL, RSA, ECDHE, and those of TLS 1.3; what NSS' policy refuses does not come back.
_SUITES = ["0005", "0004", "000A", "0009", "0001", "0002", "002F", "C013", "C014", "C02F", "1301", "1302", "1303"]


def _selfserv(place):
    program, importer = needed("selfserv"), needed("pk12util")
    certutil = needed("certutil")
    store = place.authority.pkcs12("good", "password", "site")
    database = place.folder / "nss"
    database.mkdir()
    _run(certutil, "-N", "-d", f"sql:{database}", "--empty-password")
    _run(importer, "-i", store, "-d", f"sql:{database}", "-K", "", "-W", "password")
    return Server(place.folder, lambda port: [program, "-d", f"sql:{database}", "-n", "site", "-p", port, "-V", "tls1.0:tls1.3",
                                              "-w", "", "-c", "".join(f":{code}" for code in _SUITES)])


def _run(*words):
    done = subprocess.run(list(map(str, words)), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{words[0]}: {done.stderr}{done.stdout}")


SERVERS = {"selfserv": _selfserv}
