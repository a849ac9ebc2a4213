"""Reply templates with the names and the reference filled in. Pure."""

import re

from makegood.cases.models import Case
from makegood.staff.models import User

# How one addresses somebody whose name one does not know. Elsewhere the name is left out: "Hello,".
UNNAMED = {"ja": "お客"}


def fill(text: str, case: Case, user: User) -> str:
    """A template's text for a case and whoever answers."""
    if not case.customer.name:
        text = re.sub(r"[ \t]*\{customer\}", UNNAMED.get(case.language, ""), text)
    for name, value in (("customer", case.customer.name), ("agent", user.name), ("case", case.ref)):
        text = text.replace("{" + name + "}", value)
    return text
