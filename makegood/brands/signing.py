"""What stands under a brand's mails: its signature with whoever writes filled in. Pure."""

import re

PLACE = re.compile(r"\{(name|title|team|brand)\}")


def signed(text: str, *, brand: str, name: str = "", title: str = "", team: str = "") -> str:
    """The signature of a brand under a person's words; of nobody's, where there is no name. A line that names what there
    is not is left out; where the signature does not say whose words they are, name and title stand above it."""
    known = {"name": name, "title": title, "team": team, "brand": brand}
    lines = [line for line in text.splitlines() if all(known[place] for place in PLACE.findall(line))]
    above = [] if "{name}" in text else [name, title]
    return "\n".join([*filter(None, above), *(PLACE.sub(lambda found: known[found[1]], line) for line in lines)])
