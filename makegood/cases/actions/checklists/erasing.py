"""A customer is erased: why a step of theirs was left out may tell of them."""

from makegood.cases.models import Case, Step


def forget_reasons(case: Case) -> None:
    """Part of the verb that closes the case for good. That it was left out, by whom and when, stays."""
    Step.objects.filter(checklist__case=case).exclude(reason="").update(reason="")
