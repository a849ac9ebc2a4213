"""What follows from the demo's history, as it would from live work: reactions are silent for it, so that no mail leaves.

Each fact is followed by the same verbs that the reactions call, at the fact's own time. What people then make of it stands
in `winning_back`, `giving` and `answering`.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Sequence

from makegood.cases.models import Case, Message, Shelf
from makegood.channels.email import actions as email
from makegood.events.models import Event
from makegood.events.prepared import PreparedQuery
from makegood.promises.models import Commitment
from makegood.recovery import actions as recovery
from makegood.recovery.models import Recovery, Remedy
from makegood.staff.models import User
from makegood.welcome.demo import answering, giving, winning_back
from makegood.welcome.demo.stage import Stage

UNHEARD = PreparedQuery(lambda about: Recovery.objects.running().filter(case__ref=about, responded_at=None))


class Following:
    """Follows the facts of a history as they come in."""

    def __init__(self, stage: Stage, facts: Sequence[Event]) -> None:
        self.stage, self.facts = stage, facts
        self.seen = len(facts)
        self.follows: dict[str, tuple[Callable[[Event], None], ...]] = {
            "promise.broken": (self._make_good,),
            "promise.corrected": (self._withdraw,),
            "promise.excused": (self._withdraw,),
            "remedy.owed": (self._tell,),
            "remedy.granted": (self._tell,),
            "order.returned": (self._returned,),
            "customer.wrote": (self._listen,),
            "case.opened": (self._hear_complaint,),
            "case.asked": (self._listen,),
            "reply.sent": (self._heard,),
            "reply.failed": (self._unheard,),
            "case.merged": (self._join,),
            "case.junked": (self._end,),
            "case.resolved": (self._ask,),
            "feedback.given": (self._answered,),
            "recovery.opened": (self._go_on,),
            "recovery.acknowledged": (self._put_right,),
        }

    def follow(self, _at: dt.datetime) -> None:
        """Whatever was told since the last time, and what that brings."""
        while self.seen < len(self.facts):
            event = self.facts[self.seen]
            self.seen += 1
            for act in self.follows.get(event.name, ()):
                act(event)

    def _make_good(self, event: Event) -> None:
        """Breaks of the demo are final at once: as soon as the sweep, or what came too late, has noticed them."""
        broken = Commitment.objects.get(pk=event.data["commitment"])
        if broken.customer_id is not None and broken.final_at is not None:
            recovery.owe(broken.pk, at=broken.final_at)
            recovery.notice_break(broken.pk, at=broken.final_at)

    def _withdraw(self, event: Event) -> None:
        recovery.withdraw(uuid.UUID(event.data["commitment"]), at=event.at)

    def _tell(self, event: Event) -> None:
        owed = Remedy.objects.select_related("case__brand", "customer", "brand", "team").get(pk=event.data["remedy"])
        reaches = owed.case is not None and email.reaches(owed.case.present, owed.customer)
        recovery.tell(owed.pk, reaches=reaches, at=event.at)
        giving.by_hand(self.stage, owed, at=event.at)

    def _returned(self, event: Event) -> None:
        recovery.notice_return(event.about, key=event.pk.hex, at=event.at)

    def _listen(self, event: Event) -> None:
        if event.data.get("message"):
            message = Message.objects.select_related("case").get(pk=event.data["message"])
            if not message.stranger and message.case.shelf == Shelf.NONE:
                recovery.notice_contact(message.case, message=str(message.pk), at=event.at)

    def _hear_complaint(self, event: Event) -> None:
        """Heard in the words of those who do complain; whoever has the case says whether it is so."""
        telling = self.stage.tellings.get(event.about)
        if telling is None or telling.story.topic != "complaint":
            return
        message = Message.objects.select_related("case").filter(case__ref=event.about).order_by("at")[0]
        winning_back.judge(self.stage, message, hint=recovery.hear(message, at=event.at), at=event.at)

    def _heard(self, event: Event) -> None:
        for running in UNHEARD(about=event.about):
            by = User.objects.filter(ref=event.by).first()
            recovery.acknowledge(running, message=event.data["message"], by=by, at=event.at)

    def _unheard(self, event: Event) -> None:
        heard_before = Recovery.objects.filter(case__ref=event.about).exclude(responded_at=None)
        for heard in heard_before.filter(due__owed=True):
            recovery.unhear(heard, at=event.at)

    def _join(self, event: Event) -> None:
        both = {case.ref: case for case in Case.objects.for_pages().filter(ref__in=(event.about, event.data["source"]))}
        recovery.join(both[event.data["source"]], both[event.about], at=event.at)

    def _end(self, event: Event) -> None:
        recovery.end_of_case(Case.objects.get(ref=event.about), at=event.at)

    def _ask(self, event: Event) -> None:
        answering.ask(self.stage, Case.objects.for_pages().get(ref=event.about), at=event.at)

    def _answered(self, event: Event) -> None:
        if event.data["low"]:
            case = Case.objects.for_pages().get(ref=event.about)
            recovery.notice_low_answer(case, key=event.data["closing"], at=event.at)

    def _go_on(self, event: Event) -> None:
        winning_back.begin(self.stage, _named(event), at=event.at)

    def _put_right(self, event: Event) -> None:
        winning_back.put_right(self.stage, _named(event), at=event.at)


def _named(event: Event) -> Recovery:
    return Recovery.objects.for_pages().select_related("brand").get(ref=event.data["recovery"])
