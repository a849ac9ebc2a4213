"""What can happen to the duty rota, and what the rota does with a case."""

from django.utils.translation import gettext_noop

from makegood.events.registry import always, event


@event("case.routed", gettext_noop("The rota gave the case to %(owner)s. %(why)s"), moves=always)
class CaseRouted:
    """`method`, `language`, `rule` and `open` say why; `cases.routing.wording` puts them into words.

    `rule`: see `choosing.Rule`. `skilled`: see `preferring.Skilled`, with the keys of the skills that the case asked for and
    of those that the owner had. `open`: how many open cases the owner had before. `before`: whose it was, where that
    person is away.
    """

    owner: str
    team: str
    method: str
    rule: str
    language: str
    open: int
    skilled: str
    asked: list[str]
    had: list[str]
    before: str = ""


@event("rota.changed", gettext_noop("%(by)s changed how cases come to their owners"))
class RotaChanged:
    team: str
    method: str


@event("duty.set", gettext_noop("%(by)s set what they take from the rota"))
class DutySet:
    """`most` 0: no limit; no `languages`: any."""

    most: int
    languages: list[str]


@event("absence.noted", gettext_noop("%(by)s noted an absence"))
class AbsenceNoted:
    since: str
    until: str


@event("absence.removed", gettext_noop("%(by)s took an absence back"))
class AbsenceRemoved:
    since: str
    until: str
