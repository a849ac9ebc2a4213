"""The words of promises: what each event is called in a sentence. Every phrase is a whole clause, so that each
language may order and inflect it as it must; `sentences.py` joins them."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as noop
from django.utils.translation import ngettext

# A: "When …," (the customer is spoken to).
WHEN = {
    "case.opened": _("When you first write to us"),
    "customer.wrote": _("When you write again"),
    "case.resolved": _("When we have resolved your matter"),
    "case.reopened": _("When you tell us that it is not solved"),
    "reply.sent": _("When we have replied"),
    "case.confirmed": _("When you have confirmed that it is solved"),
    "task.given": _("When we ask another team or a contractor to do something for you"),
}
# B of "within": "… we do this within T". Stands behind a when-clause, which turns the verb round in some languages.
WHAT = {
    "case.acknowledged": _("we confirm %(time)s that we have your message"),
    "reply.sent": _("we reply %(time)s"),
    "case.resolved": _("we resolve it %(time)s"),
    "case.told_why": _("we tell you %(time)s why it takes longer, and give you a new date"),
    "case.closed": _("we close it %(time)s"),
    "task.answered": _("they answer %(time)s"),
    "task.done": _("they do it %(time)s"),
}
# Further Bs that keep the promise as well: "…, or do that".
OR_ELSE = {
    "case.acknowledged": _("or confirm that we have your message"),
    "reply.sent": _("or reply to you"),
    "case.resolved": _("or resolve it"),
    "case.told_why": _("or tell you why it takes longer, and give you a new date"),
    "case.closed": _("or close it"),
}
# B of "never within": "… this does not happen for T".
NEVER = {
    "case.reopened": _("it stays solved %(time)s"),
    "reply.failed": _("our replies reach you %(time)s"),
    "case.handed_over": _("you keep the same person %(time)s"),
}
PAUSES = {
    "reply.sent": _("The clock stands still while we wait for your answer."),
}
EXCUSES = {
    "case.greeting_withheld": _("Automatic mail, and senders who flood us, get no confirmation; we count these apart."),
}
ANOTHER_TIME = _("Where another time is agreed for the work, that one counts.")
UNLESS = _("It runs only while no earlier reply is due.")
CHANNELS = {
    "email": _("email"),
    "portal": _("the form on our pages"),
    "api": _("other systems"),
}

Spell = Callable[[int], str]


def _seconds(n: int) -> str:
    return ngettext("within %(n)d second", "within %(n)d seconds", n) % {"n": n}


def _minutes(n: int) -> str:
    return ngettext("within %(n)d minute", "within %(n)d minutes", n) % {"n": n}


def _hours(n: int) -> str:
    return ngettext("within %(n)d hour", "within %(n)d hours", n) % {"n": n}


def _days(n: int) -> str:
    return ngettext("within %(n)d day", "within %(n)d days", n) % {"n": n}


def _working_minutes(n: int) -> str:
    return ngettext("within %(n)d working minute", "within %(n)d working minutes", n) % {"n": n}


def _working_hours(n: int) -> str:
    return ngettext("within %(n)d working hour", "within %(n)d working hours", n) % {"n": n}


def _working_days(n: int) -> str:
    return ngettext("within %(n)d working day", "within %(n)d working days", n) % {"n": n}


def _for_hours(n: int) -> str:
    return ngettext("for %(n)d hour", "for %(n)d hours", n) % {"n": n}


def _for_days(n: int) -> str:
    return ngettext("for %(n)d day", "for %(n)d days", n) % {"n": n}


def _for_working_hours(n: int) -> str:
    return ngettext("for %(n)d working hour", "for %(n)d working hours", n) % {"n": n}


def _for_working_days(n: int) -> str:
    return ngettext("for %(n)d working day", "for %(n)d working days", n) % {"n": n}


# T by unit and by whether only opening hours count.
WITHIN: dict[tuple[str, str], Spell] = {
    ("seconds", "always"): _seconds,
    ("minutes", "always"): _minutes,
    ("hours", "always"): _hours,
    ("days", "always"): _days,
    ("seconds", "opening"): _seconds,
    ("minutes", "opening"): _working_minutes,
    ("hours", "opening"): _working_hours,
    ("days", "opening"): _working_days,
}
FOR: dict[tuple[str, str], Spell] = {
    ("hours", "always"): _for_hours,
    ("days", "always"): _for_days,
    ("hours", "opening"): _for_working_hours,
    ("days", "opening"): _for_working_days,
}
UNTIL_CLOSED = noop("until the matter is closed")
NAMES = {
    "acknowledged": _("Confirmed at once"),
    "first-reply": _("First reply"),
    "next-reply": _("Next reply"),
    "resolved": _("Resolved"),
    "fixed": _("Stays solved"),
    "new-date": _("New date"),
    "own-words": _("Promised in person"),
    "remedy": _("What we owe for it"),
    "answer": _("Answer to a colleague"),
    "handover": _("Answer to whoever hands a case over"),
    "recovery": _("Word to a disappointed customer"),
    "task-answer": _("Answer to a task"),
    "task-done": _("Task done"),
    "delivery": _("Delivery"),
}
