"""zoo_test.py SERVER DOWNLOADS VEEDOR: scans one server of the zoo and compares with its table. Exit code 77 where the server
cannot be had."""

import shutil
import signal
import sys
import tempfile
import unittest
from pathlib import Path

import table
from process import Missing
from scan import scan
from servers import Place, all_servers

_SKIPPED = 77


class Zoo(unittest.TestCase):
    maxDiff = None
    name = downloads = veedor = None

    def test_what_is_seen_is_what_is_there(self):
        folder = Path(tempfile.mkdtemp(prefix="veedor-zoo-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        place = Place(folder, self.downloads)
        try:
            described = all_servers()[self.name](place)
        except Missing as missing:
            self.skipTest(str(missing))
        with described as server:
            finished, tls = scan(self.veedor, server.port, place.authority.root, folder, "--intrusive", "--tls-rate", "0",
                                 "--tls-connections", "400")
            self.assertTrue(server.running(), f"the server has ended:\n{server.printed()}")
        differences = table.differences(table.read(self.name), tls)
        if finished.returncode not in (0, 3) or differences:  # 3: pages of such servers cannot always be read
            self.fail("\n".join([f"exit code {finished.returncode}", *differences, finished.stderr, server.printed()]))


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that what was started is stopped too
    Zoo.name, Zoo.downloads, Zoo.veedor = sys.argv[1], Path(sys.argv[2]), str(Path(sys.argv[3]).resolve())
    result = unittest.main(argv=sys.argv[:1], verbosity=2, exit=False).result
    sys.exit(_SKIPPED if result.skipped else 0 if result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
