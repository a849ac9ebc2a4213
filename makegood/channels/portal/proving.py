"""Whether whoever holds a link can only have it from a mail of ours."""

from makegood.cases.models import Case

CHANNEL = "portal"


def is_proved(case: Case) -> bool:
    """False where an address was typed into our public form: whoever did sees the page at once, and may be anybody.

    It stays so when those words have been moved elsewhere: what our pages opened holds words from there that are proved.
    """
    said = case.messages.filter(channel=CHANNEL)
    if said.filter(authenticated=False).exists():
        return False
    return case.channel != CHANNEL or said.exists()
