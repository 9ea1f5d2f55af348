"""1,500 pages with faults on each: the memory of a scan stays flat."""

import resource

import scanning
from generated_site import page, write
from nginx import Nginx

PAGES = 1500
MOST_MEGABYTES = 200
PARAGRAPH = '<div class="row"><p>Polling station <b>{number}</b> of <a href="/1.html">the province</a> <img src="/crest.png"></p></div>\n'
SERVER = "server {{ listen 127.0.0.1:{port}; root {root}; }}"


class Memory(scanning.ScanningTest):
    def test_stays_flat(self):
        root = self.folder / "www"
        body = "".join(PARAGRAPH.format(number=number) for number in range(150))
        for number in range(PAGES):
            links = [f"/{next_one}.html" for next_one in range(10 * number + 1, 10 * number + 11) if next_one < PAGES]
            write(root, f"/{number}.html", page(f"Page {number}", links, body))
        with Nginx(self.folder, lambda port, _: SERVER.format(port=port, root=root)) as nginx:
            scan = self.scan(f"http://127.0.0.1:{nginx.port}/0.html", "--rate", 0, "--max-pages", PAGES,
                             "--fail-on", "none", timeout=100)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # nginx has not ended yet
        self.assertEqual(scan.code, 0, scan.stderr)
        self.assertEqual(scan.outcomes(), {"read": PAGES})
        print(f"peak of {peak:.0f} MB for {PAGES} pages")
        self.assertLess(peak, MOST_MEGABYTES)


if __name__ == "__main__":
    scanning.main()
