"""nginx as it is set up today, as it was set up long ago, and with 0-RTT."""

import urllib.request

from process import Server, free_port, needed
from servers.openssl import openssl_3_0

_MAIN = """
daemon off; master_process off; worker_processes 1;
pid {folder}/nginx.pid; error_log {folder}/error.log info;
events {{ worker_connections 512; }}
http {{
  access_log off; server_tokens off;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d;
  scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{status}; location / {{ stub_status; }} }}
  server {{
    listen 127.0.0.1:{port} {listen};
    server_name localhost;
    root {folder}/www;
    {tls}
  }}
}}
"""

# Mozilla's intermediate profile without its DHE suites' parameters, which nginx does not make up.
_MODERN = """
    ssl_certificate {rsa.chain}; ssl_certificate_key {rsa.key};
    ssl_certificate {ec.chain}; ssl_certificate_key {ec.key};
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;
    ssl_prefer_server_ciphers off; ssl_session_cache shared:zoo:1m; ssl_session_tickets off;
    add_header Strict-Transport-Security "max-age=63072000; includeSubDomains" always;
"""
_OLD = """
    ssl_certificate {rsa.chain}; ssl_certificate_key {rsa.key};
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ALL:@SECLEVEL=0; ssl_prefer_server_ciphers on;
"""
_EARLY = """
    ssl_certificate {rsa.chain}; ssl_certificate_key {rsa.key};
    ssl_protocols TLSv1.2 TLSv1.3; ssl_early_data on;
"""

_PAGE = '<!DOCTYPE html><html lang="en"><head><title>Council</title></head><body><h1>Council</h1></body></html>\n'


class Nginx(Server):
    def __init__(self, place, listen, tls):
        www = place.folder / "www"
        www.mkdir(exist_ok=True)
        (www / "index.html").write_text(_PAGE)
        tls = tls.format(rsa=place.authority.certificate("good"), ec=place.authority.certificate("ec"))
        program = needed("nginx")

        def command(port):
            self.status = free_port()
            file = place.folder / "nginx.conf"
            file.write_text(_MAIN.format(folder=place.folder, status=self.status, port=port, listen=listen, tls=tls))
            return [program, "-p", place.folder, "-c", file]
        super().__init__(place.folder, command)

    def accepted(self):
        """Connections accepted so far, to any port; asking is one of them."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.status}/", timeout=10) as answer:
            lines = answer.read().decode().splitlines()
        return int(lines[2].split()[0])  # "server accepts handled requests", then the figures


def _nginx(listen, tls):
    def server(place):
        openssl_3_0()
        return Nginx(place, listen, tls)
    return server


SERVERS = {"modern": _nginx("ssl http2", _MODERN), "old": _nginx("ssl", _OLD), "early_data": _nginx("ssl", _EARLY)}
