"""A server of the zoo as a process: started on a port that the system chose, waited for, stopped by its own id, with all
that it prints kept in a log."""

import shutil
import socket
import subprocess
import time


class Missing(Exception):
    """What the server needs is not installed here, and cannot be: a reason to skip, by name."""


def needed(tool):
    """The path of a program."""
    found = shutil.which(tool) or shutil.which(tool, path="/usr/sbin:/sbin")
    if not found:
        raise Missing(f"{tool} is not there")
    return found


class Server:
    """with Server(folder, lambda port: ["openssl", "s_server", …]) as server: … server.port …

    `command` may be called again with another port, when the first was taken in the meantime."""

    starts_within = 30  # seconds

    def __init__(self, folder, command, stdin=subprocess.DEVNULL):
        self.log = folder / "server.log"
        self._command, self._stdin = command, stdin
        self._folder = folder

    def __enter__(self):
        for _ in range(4):
            self.port = free_port()
            if self._start():
                return self
        raise RuntimeError(f"the server does not start:\n{self.printed()}")

    def __exit__(self, *_):
        self.stop()

    def printed(self, last=4000):
        return self.log.read_text(errors="replace")[-last:] if self.log.exists() else ""

    def running(self):
        return self.process.poll() is None

    def stop(self):
        if self.running():
            self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdin:
            self.process.stdin.close()

    def _start(self):
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(list(map(str, self._command(self.port))), cwd=self._folder, stdout=log,
                                            stderr=subprocess.STDOUT, stdin=self._stdin)
        deadline = time.monotonic() + self.starts_within
        while time.monotonic() < deadline and self.running():
            if listens(self.port) and self.running():
                return True
            time.sleep(0.05)
        self.stop()
        return False


def listens(port):
    """Looks at the kernel's table, so that a server that serves one connection after another is left alone."""
    wanted, listening = f":{port:04X}", "0A"
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        try:
            with open(table, encoding="ascii") as lines:
                rows = [line.split() for line in lines][1:]
        except OSError:
            continue
        if any(row[1].endswith(wanted) and row[3] == listening for row in rows):
            return True
    return False


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
