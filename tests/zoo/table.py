"""The tables of expected/: what scan.json has to say of a server's TLS, one fact a line.

    # a comment
    versions.tls1_2 <TAB> offered            a member of sites[].hosts[].tls
    chain.0.key_bits <TAB> 2048              an item of a list by its place
    other_chains.rsa.trust <TAB> trusted     an item of a list by its `seen_by`
    key_exchange.groups.* <TAB> x25519       these items and no others, in any order; "-" stands for no item at all
    key_exchange.dh.*.prime_name <TAB> none  an empty text
    offers.tls1_2.suites.# <TAB> TLS_…       these items and no others, in this order
    grade.letter <TAB> A|A+                  one of these
    connections <TAB> <= 90                  at most
"""

from pathlib import Path

_FOLDER = Path(__file__).with_name("expected")


def read(name):
    """{path: [values in the order of the file]}"""
    expected = {}
    for number, line in enumerate((_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        path, tab, value = line.partition("\t")
        if not tab or not path or not value or "\t" in value:
            raise ValueError(f"{name}.tsv:{number}: a path, a tab and a value are wanted")
        if path in expected and not _is_list(path):
            raise ValueError(f"{name}.tsv:{number}: {path} has its value already")
        expected.setdefault(path, []).append(value)
    return expected


def differences(expected, tls):
    """What of `tls` is not as expected, as sentences; none: all is."""
    return [text for path, values in expected.items() for text in _compare(path, values, tls)]


def _compare(path, values, tls):
    found = _find(path.split("."), tls)
    if found is None:
        return [f"{path} is missing"]
    if not _is_list(path):
        return [] if _fits(values[0], found[0]) else [f"{path} is {found[0]}, not {values[0]}"]
    wanted = [] if values == ["-"] else values
    extra, lacking = sorted(set(found) - set(wanted)), sorted(set(wanted) - set(found))
    told = [f"{path} has {item}" for item in extra] + [f"{path} lacks {item}" for item in lacking]
    told += [f"{path} has {item} twice" for item in sorted(set(found)) if found.count(item) > 1 and ".*." not in path]
    if not told and path.endswith("#") and found != wanted:
        place = next(at for at, (one, other) in enumerate(zip(found, wanted)) if one != other)
        told = [f"{path}: number {place + 1} is {found[place]}, not {wanted[place]}"]
    return told


def _find(path, node):
    """The values at the path as texts; None where it leads nowhere."""
    if not path:
        return [_text(node)]
    step, rest = path[0], path[1:]
    if step in ("*", "#"):
        if not isinstance(node, list):
            return None
        found = [_find(rest, item) for item in node]
        return None if None in found else [text for texts in found for text in texts]
    if isinstance(node, dict):
        return _find(rest, node[step]) if step in node else None
    if isinstance(node, list):
        if step.isdigit():
            return _find(rest, node[int(step)]) if int(step) < len(node) else None
        named = [item for item in node if isinstance(item, dict) and item.get("seen_by") == step]
        return _find(rest, named[0]) if named else None
    return None


def _text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) or "none"


def _fits(wanted, found):
    if wanted.startswith("<= "):
        return found.isdigit() and int(found) <= int(wanted[3:])
    return found in wanted.split("|")


def _is_list(path):
    return "*" in path or "#" in path
