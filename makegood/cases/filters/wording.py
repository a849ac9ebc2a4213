"""What is wrong with a filter word, in a sentence that says what would do."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from makegood.cases.filters.language import Problem, Unclear

EXAMPLES = {
    "owner": "owner:me",
    "team": "team:mine",
    "brand": "brand:hale",
    "channel": "channel:email",
    "status": "status:open",
    "promise": "promise:late",
    "kind": "kind:complaint",
    "tag": "tag:bank",
    "language": "language:en",
    "customer": "customer:ada@example.com",
    "company": "company:acme.example",
    "created": "created:>2026-11-01",
    "mentioned": "mentioned:me",
    "problem": "problem:P-7F3K9Q",
}


def told(problem: Problem) -> str:
    """One sentence, or two."""
    words = {"name": problem.name, "value": problem.value, "known": ", ".join(problem.known)}
    sentence = _sentences().get(problem.code) or _sentences()[f"{problem.code}-{problem.name}"]
    return sentence % (words | {"example": EXAMPLES.get(problem.name, f"{problem.name}:none")})


def all_told(unclear: Unclear) -> list[str]:
    """Each problem by itself."""
    return [told(problem) for problem in unclear.problems]


def joined(sentences: Iterable[str]) -> str:
    """Sentences in a line."""
    return " ".join(sentences)


def _sentences() -> dict[str, str]:
    return {
        "no-word": _("There is no filter word “%(name)s:”. Did you mean “%(known)s:”?"),
        "no-value": _("“%(name)s:” needs a value, such as %(example)s."),
        "too-many": _("These are more than %(value)s filter words. Leave some out."),
        "no-minus": _("A minus works in front of filter words alone, such as -tag:bank. Write “%(value)s” without it."),
        "not-known": _("“%(name)s:” does not know “%(value)s”. It knows: %(known)s."),
        "alone": _("“status:%(value)s” stands alone: such cases have no other status and no promise."),
        "no-day": _("“%(value)s” is no day. Write it as 2026-11-01, >2026-11-01, 2026-11-01..2026-11-30, 2026-11, 7d or today."),
        "several": _("“%(value)s” may be one of several: %(known)s. Write the whole name, or the mail address."),
        "no-field": _("There is no field called “%(value)s”. The fields are: %(known)s."),
        "no-number": _("“%(value)s” is no number. Write it as 5, >5, <=5 or 5..10."),
        "none-choice": _("“%(name)s:” has no choice “%(value)s”. It has: %(known)s."),
        "none-person": _("There is nobody called “%(value)s”. Write me, none, a name or a mail address."),
        "none-owner": _("There is no owner called “%(value)s”. Write me, none, a name or a mail address."),
        "none-mentioned": _("There is no colleague called “%(value)s”. Write me, a name or a mail address."),
        "none-team": _("There is no team called “%(value)s”. The teams are: mine, %(known)s."),
        "none-brand": _("There is no brand called “%(value)s”. The brands are: %(known)s."),
        "none-kind": _("There is no kind called “%(value)s”. The kinds are: %(known)s."),
        "none-tag": _("There is no tag called “%(value)s”. Write none for cases without a tag."),
        "none-problem": _("There is no known problem “%(value)s”. Write its reference, or none."),
        "none-customer": _(
            "There is no customer “%(value)s” whom you may see. Write a mail address or a reference; a name is found by plain words."
        ),
        "none-company": _(
            "There is no company “%(value)s” that you may see. Write its name, its mail domain or its reference."
        ),
    }  # fmt: skip
