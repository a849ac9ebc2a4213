"""A tale told by the verbs of live work, moment by moment, with the sweeps between them."""

import datetime as dt
from collections.abc import Iterator

from benchmarks.filling.chronicle import GREETED_AFTER, RELEASED_AFTER, SENT_AFTER
from benchmarks.filling.company import Company
from benchmarks.filling.promised import FINAL_AFTER
from benchmarks.filling.tales import Said, Tale
from makegood.cases import actions as cases
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case
from makegood.cases.words import Words
from makegood.clockwork import promising
from makegood.customers import actions as customers
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, State


class Telling:
    """One case in the making."""

    def __init__(self, tale: Tale, company: Company) -> None:
        self.tale = tale
        self.company = company
        self.agent = company.agents[tale.number % len(company.agents)]

    def tell(self, until: dt.datetime) -> Case:
        """All of it, up to a moment."""
        tale = self.tale
        customer = customers.find_or_create(
            address=tale.address, name=tale.name, language=tale.language, at=tale.opened_at
        )
        self.case, _ = cases.open_case(
            brand=self.company.brand, customer=customer, subject=tale.subject, words=self._words(tale.said[0], first=True),
            channel=tale.channel, at=tale.opened_at,
        )  # fmt: skip
        greeted_at = tale.opened_at + (GREETED_AFTER if tale.channel == "email" else dt.timedelta())
        self._pass(greeted_at)
        cases.acknowledge(self.case, channel=tale.channel, at=greeted_at)
        for said in tale.said[1:]:
            self._pass(said.at)
            self._say(said)
        if tale.resolved_at:
            self._pass(tale.resolved_at)
            cases.resolve(self.case, by=self.agent, at=tale.resolved_at)
            self._pass(min(until, tale.resolved_at + cases.resolving.CLOSES_AFTER))
            cases.close_due(at=min(until, tale.resolved_at + cases.resolving.CLOSES_AFTER))
        self._pass(until)
        return Case.objects.get(pk=self.case.pk)

    def _say(self, said: Said) -> None:
        if said.by == "customer":
            words = self._words(said)
            cases.add_words(self.case, customer=self.case.customer, words=words, channel=self.tale.channel, at=said.at)
        elif said.by == "note":
            cases.note(self.case, text=said.text, by=self.agent, at=said.at)
        else:
            message = cases.reply(self.case, Answer(text=said.text), by=self.agent, at=said.at)
            cases.release_due(at=said.at + RELEASED_AFTER)
            cases.mark_delivered(message, at=said.at + SENT_AFTER)
        if said.by != "customer":
            cases.mark_seen(self.case, by=self.agent, at=said.at)

    def _words(self, said: Said, *, first: bool = False) -> Words:
        by_mail = self.tale.channel == "email"
        return Words(
            text=said.text,
            html=said.html,
            language=self.tale.language,
            sender=self.tale.address,
            sender_name=self.tale.name if by_mail or not first else "",
            to=(self.company.mailbox.address,) if by_mail else (),
            authenticated=not by_mail and not first,
            matched_by=("new" if first else "answer") if by_mail else ("" if first else "link"),
        )

    def _pass(self, until: dt.datetime) -> None:
        """Let the sweeps do what falls due on the way, each at its minute."""
        for at in self._moments(until):
            promises.warn_due(at=at)
            promising.settle(at=at)
            promising.finalise(at=at)

    def _moments(self, until: dt.datetime) -> Iterator[dt.datetime]:
        done = None
        while True:
            coming = []
            for one in Commitment.objects.about(self.case.ref):
                if one.state == State.OPEN:
                    coming += [at for at in (one.warn_at, one.due_at) if at]
                if one.state == State.BROKEN and one.final_at is None and one.noticed_at:
                    coming.append(one.noticed_at + FINAL_AFTER)
            at = min(coming, default=None)
            if at is None or at > until or at == done:
                return
            yield at
            done = at
