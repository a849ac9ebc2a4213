"""Whether whoever holds a link can only have it from a mail of ours."""

from makegood.cases.models import Case, Merge, Party

CHANNEL = "portal"


def is_proved(case: Case) -> bool:
    """False where an address was typed into our public form: whoever did sees the page at once, and may be anybody.

    It stays so when those words have been moved elsewhere: what our pages opened holds words from there that are proved.
    """
    known = _proofs(case)
    return False not in known and (case.channel != CHANNEL or True in known)


def may_look(party: Party, *, own: Case, present: Case) -> bool:
    """Whether a link shows what its `own` case has become.

    A colleague may take two cases under one address for one person's, and make them one. Whoever only typed that address
    does not read the other's words for it; the person whose address it is has our mails, and their links.
    """
    if own.channel != CHANNEL or not party.address or _proofs(present) == {True}:
        return True
    return own.pk == present.pk and not Merge.objects.filter(target=present, undone_at=None).exists()


def _proofs(case: Case) -> set[bool]:
    """Whether the words that came to a case by our pages are proved: True, False, both, or nothing."""
    said = case.messages.filter(channel=CHANNEL).order_by()
    return set(said.values_list("authenticated", flat=True).distinct())
