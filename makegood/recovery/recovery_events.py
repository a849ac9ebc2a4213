"""What can happen while a customer is won back. `recovery` is its reference (`R-…`)."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("recovery.opened", gettext_noop("A customer is to be won back"))
class RecoveryOpened:
    """`trigger`: broken, returned, again, complaint, low or by-hand."""

    recovery: str
    trigger: str


@event("recovery.triggered", gettext_noop("One more reason to win the customer back"))
class RecoveryTriggered:
    recovery: str
    trigger: str


@event("recovery.acknowledged", gettext_noop("The customer heard from us that we know it went wrong"))
class RecoveryAcknowledged:
    """`message`: the reply by which they heard; empty where a colleague says so."""

    recovery: str
    message: str


@event("recovery.unheard", gettext_noop("Our reply did not arrive, so the customer has not heard from us"))
class RecoveryUnheard:
    recovery: str


@event("recovery.understood", gettext_noop("%(by)s wrote down what went wrong for the customer"))
class RecoveryUnderstood:
    recovery: str


@event("recovery.answered", gettext_noop("The customer answered whether we understood them"))
class RecoveryAnswered:
    recovery: str
    understood: bool


@event("recovery.owned", gettext_noop("%(by)s wins the customer back"))
class RecoveryOwned:
    recovery: str


@event("recovery.put_right", gettext_noop("%(by)s put right what went wrong"))
class RecoveryPutRight:
    recovery: str


@event("recovery.compensated", gettext_noop("%(by)s made up for it"))
class RecoveryCompensated:
    recovery: str


@event("recovery.confirmed", gettext_noop("The customer said whether all is well again"))
class RecoveryConfirmed:
    recovery: str
    good: bool


@event("recovery.learned", gettext_noop("%(by)s named what caused it"))
class RecoveryLearned:
    recovery: str
    cause: str


@event("recovery.step_undone", gettext_noop("%(by)s took back a step of winning the customer back"))
class StepUndone:
    recovery: str
    step: str


@event("recovery.ended", gettext_noop("The recovery was closed"))
class RecoveryEnded:
    """`outcome`: won, lost, needless or joined."""

    recovery: str
    outcome: str


@event("recovery.reopened", gettext_noop("%(by)s took the recovery up again"))
class RecoveryReopened:
    recovery: str


@event("complaint.heard", gettext_noop("The customer’s words may be a complaint"), quiet=True)
class ComplaintHeard:
    message: str


@event("complaint.judged", gettext_noop("%(by)s said whether the customer complains"))
class ComplaintJudged:
    message: str
    confirmed: bool


@event("recovery.rules_set", gettext_noop("%(by)s set when a recovery opens by itself"))
class RulesSet:
    minutes: int
    contacts: int
    days: int
    whole_team: bool


@event("cause.kept", gettext_noop("%(by)s changed the tree of causes"))
class CauseKept:
    """Added, renamed, retired or taken back into use."""

    cause: str
    change: str


@event("recovery.morning_told", gettext_noop("A team was told whom it can still win back today"), quiet=True)
class MorningTold:
    team: str
    count: int
