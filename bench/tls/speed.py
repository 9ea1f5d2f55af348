"""One modern nginx, veedor and testssl.sh side by side: wall seconds, CPU seconds of the process and all its children, and
connections as nginx counts them itself (`accepts` of stub_status, which leaves out nothing that reached its ports). Then veedor
through a proxy that adds a round trip of 50 ms."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import testssl
from process import Missing, Server
from scan import command
from servers import Place, all_servers

_DELAY = Path(os.environ.get("VEEDOR_DELAY", Path(__file__).resolve().parents[3] / "shared" / "tools" / "tls" / "delay.py"))
_SECONDS = 900
_ROUND_TRIP = 50  # milliseconds
_RUNS = 5


class Cost:
    def __init__(self, wall, cpu, connections):
        self.wall, self.cpu, self.connections = wall, cpu, connections


def measure(words, folder, nginx, codes):
    """Runs a command to its end; raises RuntimeError where it does not end as it should."""
    before, start = nginx.accepted(), time.monotonic()
    with (folder / "output").open("w") as output:
        process = subprocess.Popen(list(map(str, words)), cwd=folder, stdin=subprocess.DEVNULL, stdout=output,
                                   stderr=subprocess.STDOUT)
        signal.signal(signal.SIGALRM, lambda *_: process.kill())
        signal.alarm(_SECONDS)
        _, status, usage = os.wait4(process.pid, 0)  # usage: of the process and of the children that it waited for
        signal.alarm(0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode not in codes:
        raise RuntimeError(f"{words[0]} ended with {process.returncode}:\n{(folder / 'output').read_text()[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, nginx.accepted() - before - 1)  # asking nginx is one, too


def main():
    veedor, downloads = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="veedor-speed-") as where:
        folder = Path(where)
        try:
            place = Place(folder, downloads)
            with all_servers()["nginx_modern"](place) as nginx:
                _side_by_side(veedor, nginx, place, folder)
        except Missing as missing:
            print(f"speed: skipped, {missing}")


def _side_by_side(veedor, nginx, place, folder):
    def scan(port, *options):
        return command(veedor, port, place.authority.root, folder / "scan.json", "--intrusive", *options)

    def best(port, *options):
        costs = [measure(scan(port, *options), folder, nginx, {0, 1, 3}) for _ in range(_RUNS)]
        return min(costs, key=lambda cost: cost.wall)

    print(f"modern nginx on loopback, load {os.getloadavg()[0]:.1f}; veedor: the quickest of {_RUNS} runs")
    polite, quick = best(nginx.port), best(nginx.port, "--tls-rate", "0")
    _print("veedor, with its manners", polite)
    _print("veedor --tls-rate 0", quick)
    try:
        full = measure(testssl.command(nginx.port, place.authority.root, folder / "testssl.json"), folder, nginx, range(256))
    except Missing as missing:
        print(f"testssl.sh: skipped, {missing}")
    else:
        _print("testssl.sh, everything", full)
        for name, cost in [("with its manners", polite), ("--tls-rate 0", quick)]:
            print(f"testssl.sh / veedor {name}: {full.wall / cost.wall:.0f} times the wall seconds, "
                  f"{full.cpu / max(cost.cpu, 1e-3):.0f} times the CPU seconds, "
                  f"{full.connections / cost.connections:.1f} times the connections")
    if not _DELAY.is_file():
        print(f"round trip of {_ROUND_TRIP} ms: skipped, {_DELAY} is not there")
        return
    proxy_folder = folder / "proxy"
    proxy_folder.mkdir()
    with Server(proxy_folder, lambda port: [sys.executable, "-B", _DELAY, port, nginx.port, _ROUND_TRIP]) as proxy:
        _print(f"veedor, {_ROUND_TRIP} ms, with its manners", best(proxy.port))
        _print(f"veedor, {_ROUND_TRIP} ms, --tls-rate 0", best(proxy.port, "--tls-rate", "0"))


def _print(name, cost):
    print(f"{name:36} {cost.wall:8.2f} s   {cost.cpu:7.3f} CPU s   {cost.connections:4} connections", flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that what was started is stopped too
    main()
