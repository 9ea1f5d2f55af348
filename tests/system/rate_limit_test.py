"""A host that says 429 or 503: it is left alone for a while, asked again, and its pages are not blamed."""

import scanning
from generated_site import page, write
from nginx import Nginx

PAGES = [f"/{number}.html" for number in range(12)]

SERVER = """
  limit_req_zone $server_name zone=host:1m rate=40r/s;
  server {{
    listen 127.0.0.1:{port};
    server_name 127.0.0.1;
    root {root};
    error_page {status} @later;
    limit_req zone=host burst=4 nodelay;
    limit_req_status {status};
    location = /closed.html {{ return {status}; }}
    location @later {{ add_header Retry-After 1 always; return {status}; }}
  }}
"""


class RateLimit(scanning.ScanningTest):
    def check(self, status, links):
        root = self.folder / "www"
        write(root, "/", page("Busy council", links))
        for path in PAGES:
            write(root, path, page(f"Page {path}"))
        with Nginx(self.folder, lambda port, _: SERVER.format(port=port, root=root, status=status)) as nginx:
            scan = self.scan(f"http://127.0.0.1:{nginx.port}/", "--rate", 0, "--fail-on", "none")
            requests = nginx.requests()

        for path in ["/", *PAGES]:
            self.assertEqual((scan.pages[path]["outcome"], scan.pages[path]["status"]), ("read", 200), path)
        self.assertEqual(scan.code, 0, scan.stderr)

        refused = [each.time for each in requests if each.status == status]
        self.assertTrue(refused, "the host never had to refuse")
        times = [each.time for each in requests]
        longest = max(later - sooner for sooner, later in zip(times, times[1:]))
        self.assertGreaterEqual(longest, 0.9, "Retry-After: 1 was not heeded")
        return scan

    def test_429_is_waited_out(self):
        scan = self.check(429, PAGES)
        self.assertEqual(set(scan.outcomes()), {"read"})

    def test_503_for_ever_is_not_tested_rather_than_a_defect(self):
        scan = self.check(503, [*PAGES, "/closed.html"])
        self.assertEqual(scan.pages["/closed.html"]["outcome"], "rate_limited")
        self.assertNotIn("/closed.html", scan.blamed_paths())
        self.assertEqual(scan.outcomes(), {"read": 13, "rate_limited": 1})


if __name__ == "__main__":
    scanning.main()
