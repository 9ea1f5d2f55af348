#!/usr/bin/env python3
"""Makes languages.txt, the language subtags of BCP 47, from Debian's package iso-codes: import_languages.py [JSON_FOLDER]

A language that has a two-letter code has no other in BCP 47 (RFC 5646 §2.2.1), so its three-letter codes stand beside it.
"""
import json
import pathlib
import sys

SOURCE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/iso-codes/json")
# Two-letter codes that ISO 639 withdrew and the registry keeps.
WITHDRAWN = ["bh", "in", "iw", "ji", "jw", "mo", "sh"]


def read(name):
    with open(SOURCE / f"iso_{name}.json", encoding="utf-8") as file:
        return json.load(file)[name]


codes = {code: "" for code in WITHDRAWN}
for entry in read("639-2") + read("639-3") + read("639-5"):
    short = entry.get("alpha_2", "")
    three = [entry["alpha_3"]] + ([entry["bibliographic"]] if "bibliographic" in entry else [])
    three = [code for code in three if len(code) == 3]  # not the range qaa-qtz
    if short:
        codes[short] = ""
    for code in three:
        codes[code] = codes.get(code) or short
path = pathlib.Path(__file__).resolve().parent / "languages.txt"
lines = [code + (f" {short}" if short else "") for code, short in sorted(codes.items())]
path.write_text("\n".join(lines) + "\n", encoding="utf-8")
print(f"{path}: {len(lines)} codes")
