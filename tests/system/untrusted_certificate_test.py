"""A certificate of an unknown issuer: the scan says so and ends as incomplete; --insecure reads the pages all the same."""

import scanning
from certificates import Authority
from generated_site import page, write
from nginx import Nginx

SERVER = """
  ssl_certificate {certificate}; ssl_certificate_key {key};
  server {{ listen 127.0.0.1:{port} ssl; root {root}; }}
  server {{ listen 127.0.0.1:{spare}; return 301 https://127.0.0.1:{port}$request_uri; }}
"""


class UntrustedCertificate(scanning.ScanningTest):
    def setUp(self):
        super().setUp()
        self.root = self.folder / "www"
        self.authority = Authority(self.folder)
        write(self.root, "/", page("Council", ["/second.html"]))
        write(self.root, "/second.html", page("Second"))

    def scan_site(self, *options):
        def configuration(port, spare):
            return SERVER.format(port=port, spare=spare, root=self.root, certificate=self.authority.certificate,
                                 key=self.authority.key)
        with Nginx(self.folder, configuration) as nginx:
            return self.scan(f"https://127.0.0.1:{nginx.port}/", "--rate", 0, "--http-port", nginx.spare_port, *options)

    def test_ends_as_incomplete_with_the_reason_and_the_findings(self):
        scan = self.scan_site()
        self.assertEqual({path: each["outcome"] for path, each in scan.pages.items()}, {"/": "certificate_untrusted"})
        self.assertIn("tls/certificate-untrusted", scan.failed_rules())
        self.assertEqual(scan.report["sites"][0]["scores"]["withheld"], "too_few_pages_read")
        self.assertEqual(scan.code, 3, scan.stderr)

    def test_insecure_reads_the_pages_and_still_blames_the_certificate(self):
        scan = self.scan_site("--insecure", "--fail-on", "none")
        self.assertEqual({path: each["outcome"] for path, each in scan.pages.items()},
                         {"/": "read", "/second.html": "read"})
        self.assertIn("tls/certificate-untrusted", scan.failed_rules())
        self.assertEqual(scan.code, 0, scan.stderr)

    def test_the_authority_given_with_ca_is_trusted(self):
        scan = self.scan_site("--ca", self.authority.ca, "--fail-on", "none")
        self.assertEqual(scan.outcomes(), {"read": 2})
        self.assertNotIn("tls/certificate-untrusted", scan.failed_rules())
        self.assertEqual(scan.code, 0, scan.stderr)


if __name__ == "__main__":
    scanning.main()
