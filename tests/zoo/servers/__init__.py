"""The servers of the zoo by name. Each function takes a `Place` and returns a Server that is not yet started."""

from pathlib import Path

from authority import Authority


class Place:
    """Where a server lives: a folder of its own, the certificates, and where downloads are kept between runs."""

    def __init__(self, folder, downloads):
        self.folder, self.downloads = Path(folder), Path(downloads)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.authority = Authority(self.folder / "certificates")


def all_servers():
    """name: function, in the order in which they are told."""
    from servers import gnutls, java, nginx, node, nss, openssl
    return {f"{family.__name__.split('.')[-1]}_{name}": start for family in (nginx, openssl, node, java, gnutls, nss)
            for name, start in family.SERVERS.items()}
