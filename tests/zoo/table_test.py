"""The tables themselves, and that a wrong answer does not fit them: needs no server."""

import json
import re
import sys
import unittest
from pathlib import Path

import table
from servers import all_servers

_ROOT = Path(__file__).resolve().parents[2]
_SUITES = _ROOT / "scanner" / "facts" / "tls" / "data" / "cipher_suites.tsv"


class Tables(unittest.TestCase):
    def test_each_server_has_one(self):
        files = {file.stem for file in (_ROOT / "tests" / "zoo" / "expected").glob("*.tsv")}
        self.assertEqual(files, set(all_servers()))

    def test_names_are_those_of_the_registry_and_versions_have_what_they_offer(self):
        known = {line.split("\t")[1] for line in _SUITES.read_text().splitlines() if not line.startswith("#")}
        for name in all_servers():
            expected = table.read(name)
            with self.subTest(name):
                offered = {path.split(".")[1] for path in expected if path.startswith("offers.")}
                self.assertEqual({path.split(".")[1] for path, values in expected.items()
                                  if path.startswith("versions.") and values == ["offered"]}, offered)
                for path, values in expected.items():
                    if ".suites." in path:
                        self.assertLessEqual(set(values), known)
                        self.assertEqual(len(values), len(set(values)), path)
                        order = expected.get(path.rsplit(".", 2)[0] + ".preference") == ["server"]
                        self.assertEqual(path.endswith("#"), order, path)

    def test_anything_else_than_expected_is_told(self):
        expected = {"versions.tls1_2": ["offered"], "suites.#": ["A", "B"], "groups.*": ["x", "y"], "dh.*.bits": ["-"],
                    "chain.0.trusted": ["true"], "others.rsa.key": ["RSA"], "letter": ["A|A+"], "connections": ["<= 90"]}
        good = {"versions": {"tls1_2": "offered"}, "suites": ["A", "B"], "groups": ["y", "x"], "dh": [],
                "chain": [{"trusted": True}], "others": [{"seen_by": "ec"}, {"seen_by": "rsa", "key": "RSA"}],
                "letter": "A+", "connections": 90}
        self.assertEqual(table.differences(expected, good), [])
        for change, told in [({"versions": {"tls1_2": "inconclusive"}}, "versions.tls1_2 is inconclusive, not offered"),
                             ({"versions": {}}, "versions.tls1_2 is missing"),
                             ({"suites": ["B", "A"]}, "suites.#: number 1 is B, not A"),
                             ({"suites": ["A"]}, "suites.# lacks B"), ({"suites": ["A", "B", "C"]}, "suites.# has C"),
                             ({"groups": ["x", "y", "x"]}, "groups.* has x twice"), ({"groups": None}, "groups.* is missing"),
                             ({"dh": [{"bits": 512}]}, "dh.*.bits has 512"), ({"dh": [{}]}, "dh.*.bits is missing"),
                             ({"chain": [{"trusted": False}]}, "chain.0.trusted is false, not true"),
                             ({"chain": []}, "chain.0.trusted is missing"), ({"others": []}, "others.rsa.key is missing"),
                             ({"letter": "A-"}, "letter is A-, not A|A+"), ({"connections": 91}, "connections is 91, not <= 90")]:
            with self.subTest(json.dumps(change)):
                self.assertEqual(table.differences(expected, good | change), [told])

    def test_paths_are_spelt_as_members(self):
        for name in all_servers():
            for path in table.read(name):
                self.assertRegex(path, re.compile(r"^[a-z][a-z0-9_]*(\.([a-z0-9_]+|\*|#))*$"), name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
