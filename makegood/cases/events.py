"""What can happen in a case. `clocked` ones may start, keep, break or pause promises."""

from django.utils.translation import gettext_noop

from makegood.events.registry import always, event


@event("case.opened", gettext_noop("The case was opened"), clocked=True, quiet=True)
class CaseOpened:
    """`split_at`: when it was split off another case; a promise that would be broken by then starts then. Of such a case,
    `waiting_since`: since when no reply has answered what the customer says in it; or else `answered_at` and `answered_by`,
    the reply that has."""

    channel: str
    split_at: str = ""
    waiting_since: str = ""
    answered_at: str = ""
    answered_by: str = ""


@event("customer.wrote", gettext_noop("The customer wrote"), clocked=True, quiet=True)
class CustomerWrote:
    """`owned`: whether somebody answered for the case when they wrote."""

    message: str
    channel: str
    owned: bool = True


@event("case.acknowledged", gettext_noop("The customer was told that we have their words"), clocked=True)
class CaseAcknowledged:
    channel: str


@event("case.greeting_withheld", gettext_noop("No greeting was sent: %(reason)s"), clocked=True)
class GreetingWithheld:
    reason: str


@event(
    "reply.pressed",
    gettext_noop("%(by)s wrote a reply"),
    clocked=True,
    quiet=True,
    moves=lambda data: bool(data.get("takes")),
)
class ReplyPressed:
    """`takes`: whoever pressed answers for the case from then on, as nobody did before."""

    message: str
    release_at: str
    takes: bool = False


@event("reply.undone", gettext_noop("%(by)s took a reply back"), clocked=True, moves=always)
class ReplyUndone:
    """`release_at`: until when another reply of the case is held; empty where none is."""

    message: str
    release_at: str = ""


@event("reply.sent", gettext_noop("%(by)s replied"), clocked=True, quiet=True)
class ReplySent:
    message: str


@event("reply.delivered", gettext_noop("The reply was handed to the mail server"), quiet=True)
class ReplyDelivered:
    message: str


@event("reply.failed", gettext_noop("A reply could not be delivered"), clocked=True)
class ReplyFailed:
    message: str
    reason: str


@event("note.written", gettext_noop("%(by)s wrote a note"), quiet=True, only_words=True)
class NoteWritten:
    message: str


@event("colleague.named", gettext_noop("%(by)s named a colleague in a note of %(case)s"), quiet=True)
class ColleagueNamed:
    """About whom it names, so that their pages hear of it."""

    mention: str
    case: str


@event("case.told_why", gettext_noop("%(by)s told the customer why it takes longer"), clocked=True)
class ToldWhy:
    message: str
    due_at: str


@event("case.resolved", gettext_noop("%(by)s resolved the case"), clocked=True)
class CaseResolved:
    pass


@event(
    "case.asked",
    gettext_noop("The customer wrote after the case was resolved, and was asked whether it is solved"),
)
class CaseAsked:
    message: str


@event("case.confirmed", gettext_noop("The customer confirmed that it is solved"), clocked=True)
class CaseConfirmed:
    pass


@event("case.reopened", gettext_noop("%(by)s reopened the case"), clocked=True)
class CaseReopened:
    """`reason`: "not-solved" when the customer says so, "their-words" when a colleague reads it in what they wrote, else
    empty."""

    reason: str = ""


@event("case.closed", gettext_noop("The case was closed"), clocked=True)
class CaseClosed:
    pass


@event("case.follow_up_opened", gettext_noop("%(by)s opened this case to follow %(source)s"))
class FollowUpOpened:
    source: str


@event("case.followed", gettext_noop("%(by)s opened %(to)s, which follows this case"))
class CaseFollowed:
    to: str


@event("case.assigned", gettext_noop("%(by)s gave the case to %(owner)s"), moves=always)
class CaseAssigned:
    owner: str
    team: str


@event("case.offered", gettext_noop("%(by)s offered the case to %(owner)s"), moves=always)
class CaseOffered:
    """`handover` is its reference (`H-…`), `message` the note with the reason; no `owner`: to the team's rota."""

    handover: str
    owner: str
    team: str
    message: str


@event("case.handed_over", gettext_noop("%(owner)s accepted the case and answers for it now"), moves=always)
class CaseHandedOver:
    """`message`: the note with the reason."""

    owner: str
    team: str
    message: str


@event("case.offer_declined", gettext_noop("%(by)s declined the case that was offered"))
class OfferDeclined:
    handover: str


@event("case.offer_ended", gettext_noop("The case is no longer offered"))
class OfferEnded:
    """`reason`: "offer-back", "given" where somebody else has it now, "offered-anew", "merged", "junk", "deleted" or
    "closed"."""

    handover: str
    reason: str


@event("case.order_noted", gettext_noop("The case is about the order %(order)s"), quiet=True)
class OrderNoted:
    order: str


@event("claim.made", gettext_noop("The customer made a claim about the order %(order)s"), clocked=True)
class ClaimMade:
    """`difference`: "late", "missing" or "short"; `message`: the words of the claim."""

    order: str
    difference: str
    message: str


@event("case.snoozed", gettext_noop("%(by)s snoozed the case until %(until)s"))
class CaseSnoozed:
    """`until`: when it is wanted back; `returns`: when it comes back, in time for what is promised."""

    until: str
    returns: str


@event("case.returned", gettext_noop("The case came back: %(reason)s"))
class CaseReturned:
    """`reason`: "snooze-over", "snooze-promise", "snooze-words", "snooze-failed", "snooze-answered", "snooze-side",
    "snooze-side-failed", "snooze-merged", "parent-resolved" or "given"."""

    reason: str


@event("case.woken", gettext_noop("%(by)s brought the case back"))
class CaseWoken:
    pass


@event("reminder.set", gettext_noop("%(by)s wants to be reminded of %(case)s"), quiet=True)
class ReminderSet:
    """About whom it reminds, who alone sees it."""

    reminder: str
    case: str


@event("reminder.came", gettext_noop("The reminder of %(case)s came"), quiet=True)
class ReminderCame:
    reminder: str
    case: str


@event("reminder.done", gettext_noop("%(by)s finished the reminder of %(case)s"), quiet=True)
class ReminderDone:
    reminder: str
    case: str


@event("case.junked", gettext_noop("%(by)s marked the case as junk"))
class CaseJunked:
    pass


@event("case.deleted", gettext_noop("%(by)s deleted the case"))
class CaseDeleted:
    pass


@event("case.restored", gettext_noop("%(by)s took the case back into work"))
class CaseRestored:
    pass


@event("case.erased", gettext_noop("What was said in the case was erased with its customer"))
class CaseErased:
    pass


@event("message.moved", gettext_noop("%(by)s moved a message to %(to)s"))
class MessageMoved:
    message: str
    to: str


@event("message.arrived", gettext_noop("%(by)s moved a message here from %(source)s"))
class MessageArrived:
    message: str
    source: str


@event("case.merged", gettext_noop("%(by)s merged %(source)s into this case"), moves=always)
class CaseMerged:
    source: str


@event("case.merged_into", gettext_noop("%(by)s merged this case into %(into)s"), moves=always)
class CaseMergedInto:
    into: str


@event("case.parted", gettext_noop("%(by)s separated this case from %(other)s again"), moves=always)
class CaseParted:
    other: str


@event("mail.noted", gettext_noop("An automatic mail was filed"), quiet=True)
class AutomaticMailFiled:
    message: str


@event("file.refused", gettext_noop("The virus scanner refused a file, which is kept apart"))
class FileRefused:
    attachment: str


@event("template.saved", gettext_noop("%(by)s changed a reply template"))
class TemplateSaved:
    template: str


@event("template.deleted", gettext_noop("%(by)s deleted a reply template"))
class TemplateDeleted:
    template: str
