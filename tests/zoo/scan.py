"""One scan of a server of the zoo, with the certification authority's root trusted."""

import json
import os
import subprocess
from pathlib import Path

from process import free_port


def command(veedor, port, root, out, *options):
    """The words of a scan that asks for the first page only, because the subject is TLS."""
    return [veedor, "--lang", "en", "scan", "--no-config", f"https://localhost:{port}/", "--ca", root, "--max-pages", "1",
            "--max-depth", "0", "--timeout", "5", "--rate", "0", "--ignore-robots", "--http-port", str(free_port()),
            "--fail-on", "none", *options, "-f", f"json={out}"]


def scan(veedor, port, root, folder, *options, timeout=150):
    """(finished process, tls of scan.json or {})."""
    out = Path(folder) / "scan.json"
    out.unlink(missing_ok=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VEEDOR_")}
    finished = subprocess.run(command(veedor, port, root, out, *options), cwd=folder, env=environment, timeout=timeout,
                              text=True, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    report = json.loads(out.read_text()) if out.exists() else {}
    return finished, next((host["tls"] for site in report.get("sites", []) for host in site["hosts"]), {})
