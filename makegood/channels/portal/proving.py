"""Whether whoever holds a link can only have it from a mail of ours."""

from makegood.cases.models import Case

CHANNEL = "portal"


def is_proved(case: Case) -> bool:
    """False where an address was typed into our public form: whoever did sees the page at once, and may be anybody."""
    return not case.messages.filter(channel=CHANNEL, authenticated=False).exists()
