"""openssl s_server: one fault of the certificate or of the settings each. It serves one connection after another."""

import subprocess
import threading
import time

from process import Missing, Server, needed


def openssl_3_0():
    """The path of the program; the tables hold for the 3.0 series, whose suites and groups they list."""
    program = needed("openssl")
    version = subprocess.run([program, "version"], capture_output=True, text=True, timeout=20, check=True).stdout
    if not version.startswith("OpenSSL 3.0."):
        raise Missing(f"OpenSSL 3.0 is not there but {version.strip()}")
    return program


def _with(certificate, *options, intermediate=True, page=True):
    """A server with that certificate of the authority."""
    def server(place):
        program, one = openssl_3_0(), place.authority.certificate(certificate)
        words = [word(place) if callable(word) else word for word in options]
        chain = ["-cert_chain", place.authority.intermediate] if intermediate else []
        www = ["-www"] if page else []
        kind = Server if page else _Answering
        return kind(place.folder, lambda port: [program, "s_server", "-accept", f"127.0.0.1:{port}", "-cert", one.certificate,
                                                "-key", one.key, *chain, *www, *words])
    return server


class _Answering(Server):
    """For the options that exclude -www: what s_server reads from its input goes to the client, so a page is typed into it
    as soon as a client has asked, then the letter that closes the connection."""

    def __init__(self, folder, command):
        super().__init__(folder, command, stdin=subprocess.PIPE)

    def _start(self):
        if not super()._start():
            return False
        threading.Thread(target=self._type, args=(self.process,), daemon=True).start()
        return True

    def _type(self, process):
        with self.log.open("rb") as printed:
            while process.poll() is None:
                line = printed.readline()
                if not line:
                    time.sleep(0.02)
                elif line.startswith(b"GET "):
                    try:
                        process.stdin.write(b"HTTP/1.0 200 OK\nContent-Type: text/html\n\n<title>Council</title>\n")
                        process.stdin.flush()
                        time.sleep(0.2)  # a command is one only when it is read by itself
                        process.stdin.write(b"q\n")
                        process.stdin.flush()
                    except OSError:
                        return


_ALL = ["-cipher", "ALL:COMPLEMENTOFALL:@SECLEVEL=0"]
_LAX = ["-cipher", "DEFAULT:@SECLEVEL=0"]

SERVERS = {
    "tls1_0": _with("small", "-no_tls1_3", "-no_tls1_2", *_ALL),
    "expired": _with("expired"),
    "not_yet_valid": _with("not_yet_valid"),
    "wrong_name": _with("wrong_name"),
    "no_intermediate": _with("lone", intermediate=False),
    "sha1": _with("sha1", *_LAX),
    "md5": _with("md5", *_LAX),
    "must_staple": _with("must_staple"),
    "revoked": _with("revoked", "-status_file", lambda place: place.authority.revoked_staple()),
    "early_data": _with("good", "-early_data", "-max_early_data", "16384", page=False),
    "renegotiation": _with("good", "-no_tls1_3", "-client_renegotiation"),
    "legacy_renegotiation": _with("good", "-no_tls1_3", "-client_renegotiation", "-legacy_renegotiation"),
    "server_names": _with("wrong_name", "-servername", "localhost",
                          "-cert2", lambda place: place.authority.certificate("good").certificate,
                          "-key2", lambda place: place.authority.certificate("good").key,
                          "-CAfile", lambda place: place.authority.intermediate),  # where the second's chain is taken from
}
