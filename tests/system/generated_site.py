"""Pages without faults, made by the test that serves them."""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<header><p>Council of Altamira</p></header>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def page(title, links=(), body=""):
    items = "\n".join(f'<li><a href="{href}">Results of {href}</a></li>' for href in links)
    return _PAGE.format(title=title, body=body + (f"\n<ul>\n{items}\n</ul>" if items else ""))


def write(folder, path, content):
    """`path` as in the URL; a folder stands for its index.html."""
    file = folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
