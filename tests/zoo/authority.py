"""A throw-away certification authority with an intermediate, made with openssl in a temporary folder. Each certificate is
made when it is first asked for, with dates that are relative to today, and with one property of its own."""

import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

_CONFIGURATION = """
[ca]
default_ca = authority
[authority]
database = {folder}/index.txt
serial = {folder}/serial
new_certs_dir = {folder}/issued
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
"""

_LEAF = """
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,keyEncipherment
extendedKeyUsage = serverAuth
subjectAltName = {names}
{more}
"""
_AUTHORITY = """
basicConstraints = critical,CA:TRUE{path_length}
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
"""

# name: what is special about it. `days` are those of the validity, from and to, counted from now.
_KINDS = {
    "good": {},
    "ec": {"key": "P-256"},
    "small": {"key": "1024"},
    "expired": {"days": (-100, -10)},
    "not_yet_valid": {"days": (10, 100)},
    "wrong_name": {"names": "DNS:wrong.example"},
    "sha1": {"digest": "sha1"},
    "md5": {"digest": "md5"},
    "must_staple": {"more": "tlsfeature = status_request"},
    "revoked": {},
    "lone": {"more": "authorityInfoAccess = caIssuers;URI:http://issuer.example/intermediate.cer"},
}


class Certificate:
    """The paths of one certificate, of its key, and of it followed by its intermediate."""

    def __init__(self, folder, name):
        self.certificate, self.key, self.chain = (folder / f"{name}.{kind}" for kind in ("pem", "key", "chain.pem"))


class Authority:
    def __init__(self, folder):
        self.folder = Path(folder)
        (self.folder / "issued").mkdir(parents=True)
        (self.folder / "index.txt").touch()
        (self.folder / "serial").write_text("1000\n")
        self._configuration = self._write("ca.cnf", _CONFIGURATION.format(folder=self.folder))
        self._made = {}
        self._root, self._intermediate = Certificate(self.folder, "root"), Certificate(self.folder, "intermediate")
        self._request(self._root, "Zoo root", "2048")
        self._openssl("ca", "-selfsign", "-keyfile", self._root.key, *self._issue(
            self._root, (-400, 3000), "sha256", _AUTHORITY.format(path_length="")))
        self._request(self._intermediate, "Zoo intermediate", "2048")
        self._openssl("ca", "-cert", self.root, "-keyfile", self._root.key, *self._issue(
            self._intermediate, (-300, 1500), "sha256", _AUTHORITY.format(path_length=",pathlen:0")))

    @property
    def root(self):
        return self._root.certificate

    @property
    def intermediate(self):
        return self._intermediate.certificate

    def certificate(self, name):
        """One of _KINDS, issued by the intermediate."""
        if name not in self._made:
            self._made[name] = self._make(name, **_KINDS[name])
        return self._made[name]

    def _make(self, name, key="2048", days=(-1, 80), digest="sha256", names="DNS:localhost,IP:127.0.0.1", more=""):
        made = Certificate(self.folder, name)
        self._request(made, names.split(",")[0].removeprefix("DNS:"), key)
        self._openssl("ca", "-cert", self.intermediate, "-keyfile", self._intermediate.key, *self._issue(
            made, days, digest, _LEAF.format(names=names, more=more)))
        made.chain.write_text(made.certificate.read_text() + self.intermediate.read_text())
        return made

    def revoked_staple(self):
        """The path of an OCSP response that says "revoked" of the certificate `revoked`."""
        revoked, request, response = self.certificate("revoked"), self.folder / "request", self.folder / "revoked.ocsp"
        signer = ["-cert", self.intermediate, "-keyfile", self._intermediate.key]
        self._openssl("ca", "-config", self._configuration, *signer, "-revoke", revoked.certificate)
        self._openssl("ocsp", "-issuer", self.intermediate, "-cert", revoked.certificate, "-no_nonce", "-reqout", request)
        self._openssl("ocsp", "-index", self.folder / "index.txt", "-CA", self.intermediate, "-rsigner",
                      self.intermediate, "-rkey", self._intermediate.key, "-reqin", request, "-respout", response,
                      "-ndays", "7")
        return response

    def dh_parameters(self, group):
        """The path of the parameters of a group that OpenSSL knows by name (modp_1536), or of a new one of that many bits."""
        path = self.folder / f"dh_{group}.pem"
        if group.isdigit():
            self._openssl("dhparam", "-dsaparam", "-out", path, group)
        else:
            self._openssl("genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", f"group:{group}", "-out", path)
        return path

    def pkcs12(self, name, password, alias):
        """The path of certificate, key and intermediate in one PKCS #12 file, as Java and NSS read it."""
        one, path = self.certificate(name), self.folder / f"{name}.p12"
        self._openssl("pkcs12", "-export", "-inkey", one.key, "-in", one.certificate, "-certfile", self.intermediate,
                      "-name", alias, "-passout", f"pass:{password}", "-out", path)
        return path

    def _request(self, made, common_name, key):
        how = ["ec", "-pkeyopt", f"ec_paramgen_curve:{key}"] if key.startswith("P-") else [f"rsa:{key}"]
        self._openssl("req", "-new", "-config", self._configuration, "-newkey", *how, "-noenc", "-keyout", made.key,
                      "-subj", f"/CN={common_name}", "-out", made.certificate.with_suffix(".csr"))

    def _issue(self, made, days, digest, extensions):
        start, end = ((datetime.now(timezone.utc) + timedelta(days=day)).strftime("%Y%m%d%H%M%SZ") for day in days)
        return ["-config", self._configuration, "-batch", "-notext", "-md", digest, "-startdate", start, "-enddate", end,
                "-in", made.certificate.with_suffix(".csr"), "-out", made.certificate,
                "-extfile", self._write(f"{made.certificate.stem}.ext", extensions)]

    def _write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def _openssl(self, *arguments):
        done = subprocess.run(["openssl", *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=120, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"openssl {arguments[0]}: {done.stderr}")
