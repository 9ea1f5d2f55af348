"""./dev: whose folder paths belong to, whose exit code comes back, and what it says where there is no apt."""

import os
import shutil
from pathlib import Path

import scanning
from generated_site import page, write

SCRIPT = Path(__file__).resolve().parents[2] / "dev"
SHELL = "/bin/sh"


class DevScript(scanning.ScanningTest):
    """Runs a copy of ./dev in a folder whose build is already there: the veedor under test."""

    def setUp(self):
        super().setUp()
        self.root, self.caller = self.folder / "the project", self.folder / "caller"
        build = self.root / "build" / "release"
        (build / "cli").mkdir(parents=True)
        (build / "build.ninja").write_text("build veedor: phony\n")
        (build / "cli" / "veedor").symlink_to(self.veedor)
        shutil.copy(SCRIPT, self.root / "dev")
        write(self.caller, "/public/", page("Council"))
        write(self.caller, "/faulty/", page("Council", body='<img src="/crest.png">'))

    def dev(self, *arguments, script=None, **environment):
        return scanning.run([SHELL, script or self.root / "dev", *arguments], self.caller,
                            **{"VEEDOR_SKIP_PACKAGES": "1", "VEEDOR_LANG": "en"} | environment)

    def test_paths_and_outputs_belong_to_the_caller(self):
        before = self.files(self.root)
        finished = self.dev("scan", "public", "-f", "json=out.json", "-f", "html=out.html", "--fail-on", "none",
                            script="../the project/dev")
        self.assertEqual(finished.returncode, 0, finished.stderr)
        self.assertTrue({"out.json", "out.html"} <= self.files(self.caller))
        self.assertEqual(self.files(self.root) - before, {"build/release/dev.log"})

    def test_the_exit_code_is_that_of_veedor(self):
        for arguments, code in [(["run", "--version"], 0), (["scan", "faulty", "--fail-on", "minor"], 1),
                                (["scan", "--no-such-option"], 2), (["scan", "http://127.0.0.1:1/"], 3)]:
            with self.subTest(arguments):
                finished = self.dev(*arguments)
                self.assertEqual(finished.returncode, code, finished.stderr)

    def test_an_unknown_command_shows_the_usage(self):
        finished = self.dev("scna")
        self.assertEqual(finished.returncode, 2)
        self.assertIn("usage: ./dev", finished.stderr)

    def test_without_apt_it_lists_the_packages(self):
        tools = self.folder / "bin"
        tools.mkdir()
        for tool in ["dirname", "cat", "id", "ninja", "cmake"]:
            (tools / tool).symlink_to(shutil.which(tool) or "/bin/false")
        for arguments, package in [(["scan", "public"], "libgumbo-dev"), (["demo"], "g++"), (["test"], "libgtest-dev"),
                                   (["test", "--all"], "chromium"), (["fuzz"], "libclang-rt-14-dev")]:
            with self.subTest(arguments):
                finished = self.dev(*arguments, PATH=str(tools), VEEDOR_SKIP_PACKAGES="")
                self.assertEqual(finished.returncode, 2, finished.stderr)
                self.assertIn("no apt", finished.stderr)
                self.assertIn(f"\n  {package}\n", finished.stderr)
                self.assertIn("VEEDOR_SKIP_PACKAGES=1", finished.stderr)
        self.assertFalse({"scan.json", "veedor-report.html"} & self.files(self.caller))

    @staticmethod
    def files(folder):
        return {str(Path(where, name).relative_to(folder)) for where, _, names in os.walk(folder) for name in names}


if __name__ == "__main__":
    scanning.main()
