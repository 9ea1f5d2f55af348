"""gnutls-serv with everything that GnuTLS knows up to TLS 1.2, and with its defaults."""

import subprocess

from process import Missing, Server, needed

_EVERYTHING = ("NONE:+VERS-TLS1.0:+VERS-TLS1.1:+VERS-TLS1.2:+CIPHER-ALL:+ARCFOUR-128:+3DES-CBC:+NULL:+MAC-ALL:+MD5:+SIGN-ALL:"
               "+KX-ALL:+ANON-DH:+ANON-ECDH:+GROUP-ALL:+COMP-NULL:%COMPAT")


def _gnutls(priority):
    def server(place):
        program = needed("gnutls-serv")
        version = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=True).stdout
        if "3.7." not in version.splitlines()[0]:
            raise Missing(f"GnuTLS 3.7 is not there but {version.splitlines()[0]}")
        pairs = [word for name in ("good", "ec") for word in ("--x509certfile", place.authority.certificate(name).chain,
                                                              "--x509keyfile", place.authority.certificate(name).key)]
        return Server(place.folder, lambda port: [program, "--http", "--quiet", "--port", port, *pairs, "--priority", priority])
    return server


SERVERS = {"everything": _gnutls(_EVERYTHING), "normal": _gnutls("NORMAL")}
