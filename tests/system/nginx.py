"""nginx on 127.0.0.1, with ports that the system chose and everything it writes in one temporary folder."""

import socket
import subprocess
import time
from pathlib import Path

_MAIN = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  types {{
    text/html html; text/css css; text/xml xml; text/plain txt; application/pdf pdf; application/gzip gz;
  }}
  default_type application/octet-stream;
  server_tokens off;
  log_format plain '$msec $server_protocol $status $sent_http_content_encoding $request_uri';
  access_log {folder}/access.log plain;
  client_body_temp_path {folder}/client; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
{http}
}}
"""


class Request:
    """A line of the access log."""

    def __init__(self, line):
        time_sent, self.protocol, status, self.encoding, self.path = line.split(" ", 4)
        self.time, self.status = float(time_sent), int(status)


class Nginx:
    """with Nginx(folder, lambda port, spare: "server { listen 127.0.0.1:…; … }") as nginx: …"""

    def __init__(self, folder, http):
        self._folder = Path(folder)
        self._http = http

    def __enter__(self):
        for _ in range(5):  # another program may take a port between our asking for it and nginx' listening
            self.port, self.spare_port = _free_ports(2)
            if self._start():
                return self
        raise RuntimeError("nginx does not start:\n" + (self._folder / "error.log").read_text())

    def __exit__(self, *_):
        self._stop()

    def requests(self):
        return [Request(line) for line in (self._folder / "access.log").read_text().splitlines()]

    def _start(self):
        configuration = self._folder / "nginx.conf"
        configuration.write_text(_MAIN.format(folder=self._folder, http=self._http(self.port, self.spare_port)))
        self._process = subprocess.Popen(["nginx", "-p", self._folder, "-c", configuration],
                                         stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 15
        while time.monotonic() < deadline and self._process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return True
            except OSError:
                time.sleep(0.02)
        self._stop()
        return False

    def _stop(self):
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()
