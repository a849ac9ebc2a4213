"""Names as we keep them. Pure; no Django."""

LONGEST_NAME = 200


def clean(name: str) -> str:
    """A name on one line, without what no database takes, at most 200 characters."""
    text = name.encode("utf-8", "replace").decode("utf-8")
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(printable.split())[:LONGEST_NAME].rstrip()
