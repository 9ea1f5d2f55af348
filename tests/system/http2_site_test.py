"""A whole small site over HTTP/2, TLS and gzip: what is read, what is left alone, and the exit code."""

import gzip
import random

import scanning
from certificates import Authority
from generated_site import page, write
from nginx import Nginx

ARTICLES = [f"/articles/{number}.html" for number in range(1, 46)]
READ = {"/", "/articles/", "/private/open.html", "/unlinked/", "/unlinked/deep.html", *ARTICLES}
FORBIDDEN = {"/private/", "/private/secret.html", "/private/in-sitemap.html"}

SERVER = """
  gzip on; gzip_min_length 1;
  add_header Strict-Transport-Security "max-age=63072000; includeSubDomains" always;
  add_header Content-Security-Policy "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'" always;
  add_header X-Content-Type-Options nosniff always;
  add_header Referrer-Policy strict-origin-when-cross-origin always;
  ssl_certificate {certificate}; ssl_certificate_key {key};
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20; ssl_ecdh_curve X25519:prime256v1:secp384r1;
  server {{
    listen 127.0.0.1:{port} ssl http2;
    server_name 127.0.0.1;
    root {root};
    location /old/ {{ rewrite ^/old/(.*)$ https://127.0.0.1:{port}/older/$1 redirect; }}
    location /older/ {{ rewrite ^/older/(.*)$ https://127.0.0.1:{port}/articles/$1 permanent; }}
  }}
  server {{
    listen 127.0.0.1:{spare};
    return 301 https://127.0.0.1:{port}$request_uri;
  }}
"""

INDEX = """<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{root}/sitemap-pages.xml.gz</loc></sitemap>
</sitemapindex>
"""
PAGES = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>{root}/unlinked/</loc></url><url><loc>{root}/private/in-sitemap.html</loc></url>
</urlset>
"""


# What Debian 12's OpenSSL cannot offer.
BEYOND = {"tls/group-post-quantum-missing"}


class Http2Site(scanning.ScanningTest):
    def setUp(self):
        super().setUp()
        self.root = self.folder / "www"
        self.authority = Authority(self.folder)
        write(self.root, "/", page("Council", ["/articles/", "/private/", "/private/secret.html", "/private/open.html",
                                               "/documents/report.pdf", "/missing.html", "/old/7.html"]))
        write(self.root, "/articles/", page("Articles", ARTICLES))
        for number, path in enumerate(ARTICLES):
            write(self.root, path, page(f"Article {path}", [ARTICLES[number - 1], "/"]))
        for path in FORBIDDEN | {"/private/open.html"}:
            write(self.root, path, page(f"Private {path}"))
        write(self.root, "/unlinked/", page("Only in the sitemap", ["deep.html"]))
        write(self.root, "/unlinked/deep.html", page("Behind it"))
        write(self.root, "/documents/report.pdf", b"%PDF-1.7\n" + random.Random(1).randbytes(200_000))

    def serve(self):
        def configuration(port, spare):
            address = f"https://127.0.0.1:{port}"
            write(self.root, "/robots.txt", "User-agent: *\nDisallow: /private/\nAllow: /private/open.html\n"
                  f"Sitemap: {address}/sitemap.xml\n")
            write(self.root, "/sitemap.xml", INDEX.format(root=address))
            write(self.root, "/sitemap-pages.xml.gz", gzip.compress(PAGES.format(root=address).encode()))
            return SERVER.format(port=port, spare=spare, root=self.root, certificate=self.authority.certificate,
                                 key=self.authority.key)
        return Nginx(self.folder, configuration)

    def scan_site(self, nginx, *options):
        return self.scan(f"https://127.0.0.1:{nginx.port}/", "--ca", self.authority.ca, "--rate", 0,
                         "--http-port", nginx.spare_port, *options)

    def test_reads_the_site_and_leaves_alone_what_it_must(self):
        with self.serve() as nginx:
            scan = self.scan_site(nginx, "--fail-on", "minor")
            requests = nginx.requests()

        read = {path for path, each in scan.pages.items() if each["outcome"] == "read"}
        self.assertEqual(read, READ | {"/old/7.html"})
        self.assertEqual({path for path, each in scan.pages.items() if each["outcome"] == "disallowed_by_robots"},
                         FORBIDDEN)
        self.assertEqual((scan.pages["/missing.html"]["outcome"], scan.pages["/missing.html"]["status"]),
                         ("http_error", 404))
        self.assertEqual(scan.pages["/documents/report.pdf"]["outcome"], "not_html")
        self.assertTrue(scan.pages["/old/7.html"]["final_url"].endswith("/articles/7.html"))
        self.assertEqual(len(scan.pages), len(READ) + len(FORBIDDEN) + 3)
        self.assertTrue(scan.report["scan"]["complete"])
        self.assertEqual(scan.report["sites"][0]["hosts"][0]["tls"]["trust"], "trusted")

        self.assertLessEqual(FORBIDDEN & {each.path for each in requests}, set())
        pages = [each for each in requests if each.path in READ]
        self.assertEqual({each.protocol for each in pages if each.path != "/"}, {"HTTP/2.0"})
        self.assertEqual({each.encoding for each in pages if each.path != "/"}, {"gzip"})

        self.assertEqual(scan.failed_rules() - BEYOND, set())
        self.assertEqual(scan.code, 0, scan.stderr)

    def test_one_fault_is_found_where_it_is_and_breaches_the_gate(self):
        write(self.root, "/unlinked/deep.html", page("Behind it", body='<img src="/crest.png">'))
        with self.serve() as nginx:
            strict, lenient = self.scan_site(nginx, "--fail-on", "minor"), self.scan_site(nginx, "--fail-on", "none")
        self.assertEqual(strict.failed_rules() - BEYOND, {"wcag/image-alt"})
        self.assertEqual(strict.blamed_paths(*BEYOND), {"/unlinked/deep.html"})
        self.assertEqual((strict.code, lenient.code), (1, 0))


if __name__ == "__main__":
    scanning.main()
