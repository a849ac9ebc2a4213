"""Each promise as one sentence, generated from its terms in the language that is active."""

from collections.abc import Mapping

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from makegood.promises import charter, own_lines, phrases
from makegood.promises.charter import Terms
from makegood.promises.models import CharterLine, Commitment, Form, Hours

# What a sentence is made of: a published line, or terms not yet published.
AnyTerms = Terms | CharterLine


def sentence(terms: AnyTerms, language: str | None = None) -> str:
    """The promise in one sentence, such as “When you first write to us, we reply within 4 working hours.”"""
    with translation.override(language or translation.get_language()):
        never = terms.form == Form.NEVER
        spelled = _time(terms, phrases.FOR if never else phrases.WITHIN)
        what = _phrase(phrases.NEVER if never else phrases.WHAT, terms.ends_on[0]) % {"time": spelled}
        for other in terms.ends_on[1:]:
            what = _("%(what)s, %(or_else)s") % {"what": what, "or_else": _phrase(phrases.OR_ELSE, other)}
        return _("%(when)s, %(what)s.") % {"when": _phrase(phrases.WHEN, terms.starts_on[0]), "what": what}


def notes(terms: AnyTerms, language: str | None = None) -> list[str]:
    """Every further term, so that none is hidden: which hours count, pauses, exceptions, scope."""
    with translation.override(language or translation.get_language()):
        told = [_("It counts around the clock.") if terms.hours == Hours.ALWAYS else _("Only our opening hours count.")]
        told += [str(phrases.PAUSES[name]) for name in terms.pauses_on if name in phrases.PAUSES]
        told += [str(phrases.EXCUSES[name]) for name in terms.excused_on if name in phrases.EXCUSES]
        if terms.unless:
            told.append(str(phrases.UNLESS))
        if charter.TASK_DONE in terms.ends_on:
            told.append(str(phrases.ANOTHER_TIME))
        if len(terms.starts_on) > 1:
            told.append(_("It starts again when you tell us that it is not solved."))
        if channels := terms.scope.get("channel"):
            named = ", ".join(str(phrases.CHANNELS.get(channel, channel)) for channel in channels)
            told.append(_("It holds for what comes by: %(channels)s.") % {"channels": named})
        if languages := terms.scope.get("language"):
            told.append(_("It holds for matters in: %(languages)s.") % {"languages": ", ".join(languages)})
        return told


def of_commitment(commitment: Commitment, language: str | None = None) -> str:
    """What was promised: the charter's sentence, or the words of whoever promised."""
    if commitment.line is not None:
        return sentence(commitment.line, language)
    with translation.override(language or translation.get_language()):
        return commitment.words or name(commitment.key)


def name(key: str) -> str:
    """A short name for lists, such as “First reply”."""
    return str(phrases.NAMES.get(key) or own_lines.name(key) or key.replace("-", " ").capitalize())


def names() -> list[str]:
    """The keys that have a short name of ours."""
    return list(phrases.NAMES)


def _time(terms: AnyTerms, spells: Mapping[tuple[str, str], phrases.Spell]) -> str:
    if terms.amount is None:
        return _(phrases.UNTIL_CLOSED)
    return spells[(terms.unit, terms.hours)](terms.amount)


def _phrase(words: Mapping[str, str | Promise], event: str) -> str:
    return str(words.get(event, event))
