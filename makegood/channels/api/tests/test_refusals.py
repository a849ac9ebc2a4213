"""What cannot be done is refused by each operation as it stands in its description: 409 for how things are, 422 for what was sent."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import checklists, kinds, problems, shelving, tasks
from makegood.cases.actions.problems import Description
from makegood.cases.actions.replying import Answer
from makegood.cases.errand import Errand, Receiver, StepErrand
from makegood.cases.models import Case, Playbook, Step, Task
from makegood.conftest import person
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account
from makegood.staff import actions as staff
from makegood.staff.models import Role, Team, User

DAY = dt.timedelta(days=1)
CONFLICT, INVALID = (409, "conflict"), (422, "invalid")
Asked = tuple[str, dict[str, Any]]
pytestmark = [pytest.mark.any_engine, pytest.mark.django_db]


@dataclasses.dataclass
class House:
    """Ada's refund, for which Bea and Cleo work in Support."""

    refund: Case
    ada: Customer
    bea: User
    cleo: User
    support: Team
    now: dt.datetime

    @property
    def acts(self) -> dict[str, Any]:
        return {"by": self.bea, "at": self.now}

    def of(self, rest: str) -> str:
        return f"/cases/{self.refund.ref}/{rest}"

    def book(self, **look: Any) -> Playbook:
        return checklists.save_playbook(None, name="Refund", steps=["Ring", "Pay"], team=None, **look, **self.acts)

    def task(self) -> Task:
        return tasks.give(self.refund, Errand(what="Look", receiver=Receiver(team=self.support)), **self.acts)


@pytest.fixture
def house(refund, ada, bea, cleo, support, now) -> House:
    return House(refund, ada, bea, cleo, support, now)


def erased(house: House, rest: str, body: dict[str, Any]) -> Asked:
    Customer.objects.filter(pk=house.ada.pk).update(erased_at=house.now)
    return f"/customers/{house.ada.ref}/{rest}", body


def junked(house: House, rest: str, body: dict[str, Any]) -> Asked:
    shelving.junk(house.refund, **house.acts)
    return house.of(rest), body


def told_by_the_customer(house: House) -> Asked:
    cases.resolve(house.refund, by=house.bea, at=timezone.now())
    feedback.answer(house.refund, Account("My money", 2, True), by=house.ada, at=timezone.now())
    return house.of("account"), {"needed": "A refund", "went": 5, "solved": True}


def undoing_what_cannot_be(house: House, speak: Any) -> Asked:
    begun = speak(house.bea, "/bulk", {"act": "resolve", "cases": [house.refund.ref]}).json()
    return f"/bulk/{begun['id']}/undo", {}


def a_step_that_waits(house: House) -> Asked:
    checklists.start(house.refund, house.book(in_turn=True), **house.acts)
    return house.of("steps"), {"step": str(Step.objects.get(number=2).pk), "done": True}


def a_step_without_a_reason(house: House) -> Asked:
    checklists.start(house.refund, house.book(), **house.acts)
    # Of nothing but a separator, which only we read as blank.
    return house.of("steps/omission"), {"step": str(Step.objects.get(number=1).pk), "reason": "\x1f"}


def a_company_twice(house: House) -> Asked:
    customers.add_company(name="Acme", domains=[], by=house.bea, at=house.now)
    return "/companies", {"name": "ACME"}


def answered_twice(house: House) -> Asked:
    warehouse = staff.make_team(name="Warehouse", by="", at=house.now)
    warehouse.brands.add(house.refund.brand)
    person("Tom", Role.AGENT, [warehouse], house.now)
    house.bea.teams.add(warehouse)
    offered = cases.hand_over(house.refund, owner=None, team=warehouse, reason="Yours", by=house.cleo, at=house.now)
    cases.accept(offered, **house.acts)
    return house.of("handover/refusal"), {"words": "Not ours."}


def a_retired_kind(house: House) -> Asked:
    kind = kinds.add("Fault", names={}, **house.acts)
    kinds.retire(kind, **house.acts)
    return house.of("kind"), {"kind": kind.slug}


def awaited_until_before_it_leaves(house: House) -> Asked:
    answer = Answer(text="Soon.", awaited_until=timezone.now() + 3 * DAY, undo_seconds=0)
    message = cases.plan(house.refund, answer, leaves_at=timezone.now() + DAY, by=house.bea, at=timezone.now())
    return house.of(f"replies/{message.pk}/departure"), {"when": (timezone.now() + 5 * DAY).isoformat()}


def a_playbook_with_an_odd_time(house: House, to: str) -> Asked:
    step = {"words": "Ring", "team": "Support", "by_when": "when pigs fly"}
    return to, {"name": "Refund", "steps": [step]}


def a_playbook_for_a_case_in_junk(house: House) -> Asked:
    book = house.book()
    checklists.delegate(book, [StepErrand(step="Ring", receiver=Receiver(team=house.support))], **house.acts)
    return junked(house, "checklists", {"playbook": str(book.pk)})


def a_telling_that_not_all_can_read(house: House) -> Asked:
    problem = problems.open_problem(Description(title="The bank"), **house.acts)
    problems.tie(house.refund, problem=problem, **house.acts)
    return f"/problems/{problem.ref}/tellings", {"texts": {"lt": "Tvarkome."}}


def too_many_reminders(house: House) -> Asked:
    for number in range(20):
        due_at = timezone.now() + (number + 1) * DAY
        cases.remind(house.refund, due_at=due_at, note="", by=house.bea, at=timezone.now())
    return house.of("reminders"), {"when": "tomorrow"}


def a_side_word_in_junk(house: House, speak: Any) -> Asked:
    body = {"address": "help@bank.example", "subject": "1815", "text": "Has it left?"}
    made = speak(house.bea, house.of("side-conversations"), body).json()
    return junked(house, f"side-conversations/{made['id']}/words", {"text": "And now?"})


def an_unclear_name(house: House) -> Asked:
    for name in ("Abel", "Baker"):
        made = person(name, Role.AGENT, [house.support], house.now)
        User.objects.filter(pk=made.pk).update(name=f"Tim {name}")
    return house.of("notes"), {"text": "@Tim look"}


TABLE: dict[str, tuple[Callable[[House, Any], Asked], tuple[int, str], str]] = {
    "customers/notes": (lambda h, _: erased(h, "notes", {"text": "Rang."}), CONFLICT, "This customer was erased."),
    "customers/consents": (
        lambda h, _: (
            f"/customers/{h.ada.ref}/consents",
            {"purpose": "News", "given": True, "source": "Phone", "said_on": str((timezone.now() + 9 * DAY).date())},
        ),
        INVALID, "said_on: That day lies ahead.",
    ),
    "customers/consents, erased": (
        lambda h, _: erased(
            h, "consents", {"purpose": "News", "given": True, "source": "Phone", "said_on": str(h.now.date())},
        ),
        CONFLICT, "This customer was erased.",
    ),
    "account": (lambda h, _: told_by_the_customer(h), CONFLICT, "The customer has told"),
    "bulk": (
        lambda h, _: ("/bulk", {"act": "hand-over", "cases": [h.refund.ref], "team": "?"}), INVALID, "Choose the team.",
    ),
    "bulk, none": (lambda h, _: ("/bulk", {"act": "take", "cases": ["C-222222"]}), INVALID, "Choose cases first."),
    "bulk/undo": (undoing_what_cannot_be, CONFLICT, "This cannot be undone any more."),
    "steps": (lambda h, _: a_step_that_waits(h), CONFLICT, "This step waits. First comes: Ring"),
    "steps/omission": (lambda h, _: a_step_without_a_reason(h), INVALID, "reason: Say why it is left out."),
    "companies": (lambda h, _: a_company_twice(h), INVALID, "name: There is a company of this name already."),
    "handover": (
        lambda h, _: junked(h, "handover", {"team": "Support", "owner": h.cleo.email, "reason": "Yours"}),
        CONFLICT, "Nobody works on this case",
    ),
    "handover/refusal": (lambda h, _: answered_twice(h), CONFLICT, "This offer has been answered already."),
    "time, not tracked": (lambda h, _: (h.of("time"), {"minutes": 5}), CONFLICT, "Time is not tracked here."),
    "timer": (lambda h, _: (h.of("timer"), {}), CONFLICT, "Time is not tracked here."),
    "kind": (lambda h, _: a_retired_kind(h), INVALID, "kind: This kind is not used any more."),
    "links": (
        lambda h, _: (h.of("links"), {"way": "related", "to": h.refund.ref}), CONFLICT, "That is this case itself.",
    ),
    "nudge": (lambda h, _: (h.of("nudge"), {"days": 3}), CONFLICT, "The customer waits for us here."),
    "departure": (lambda h, _: awaited_until_before_it_leaves(h), INVALID, "The answer is awaited until"),
    "playbooks": (
        lambda h, _: a_playbook_with_an_odd_time(h, "/playbooks"), INVALID, "Ring: This time is not understood",
    ),
    "playbooks/description": (
        lambda h, _: a_playbook_with_an_odd_time(h, f"/playbooks/{h.book().pk}/description"),
        INVALID, "Ring: This time is not understood",
    ),
    "checklists": (lambda h, _: a_playbook_for_a_case_in_junk(h), CONFLICT, "Nobody works on this case"),
    "tellings": (lambda h, _: a_telling_that_not_all_can_read(h), CONFLICT, "Some customers read a language"),
    "reminders": (lambda h, _: too_many_reminders(h), CONFLICT, "You have many reminders"),
    "side-conversations": (
        lambda h, _: (
            h.of("side-conversations"), {"address": "ada@customer.example", "subject": "1815", "text": "Has it left?"},
        ),
        INVALID, "address: They have a part in the case itself",
    ),
    "side-conversations/words": (a_side_word_in_junk, INVALID, "Nobody works on this case"),
    "snooze": (lambda h, _: (h.of("snooze"), {"when": str(timezone.now() + 800 * DAY), "for_answer": True}), CONFLICT, "The customer waits for us here."),
    "tags": (lambda h, _: (h.of("tags"), {"add": ["a,b"]}), INVALID, "A tag is written without commas"),
    "replies": (
        lambda h, _: (h.of("replies"), {"text": "Done.", "resolve": True, "nudge_days": 3}),
        INVALID, "A reply that resolves the case awaits no answer.",
    ),
    "replies, at an odd time": (
        lambda h, _: (h.of("replies"), {"text": "Done.", "when": "when pigs fly"}),
        INVALID, "when: this is not understood, or it has gone by.",
    ),
    "notes": (lambda h, _: an_unclear_name(h), INVALID, "“@Tim” may be one of several"),
    "tasks": (
        lambda h, _: junked(h, "tasks", {"what": "Look", "team": "Support"}), INVALID, "Nobody works on this case",
    ),
    "tasks/answers": (
        lambda h, _: (f"/tasks/{h.task().ref}/answers", {"text": " "}), INVALID, "words: Write something, or choose a file.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_what_cannot_be_done_is_refused_in_one_shape(speak, house, name):
    asking, (status, error), words = TABLE[name]
    path, body = asking(house, speak)
    refused = speak(house.cleo if path.startswith("/playbooks") else house.bea, path, body)
    told = refused.json()
    assert (refused.status_code, told.get("error")) == (status, error), told
    assert told["message"].startswith(words), told


@pytest.mark.usefixtures("time_is_tracked")
def test_a_day_that_lies_ahead_is_a_fault_of_what_was_sent_and_a_removal_without_a_reason_is_none(speak, house):
    ahead = {"minutes": 5, "day": str((timezone.now() + 9 * DAY).date())}
    refused = speak(house.bea, house.of("time"), ahead)
    assert (refused.status_code, refused.json()) == (422, {"error": "invalid", "message": "day: That day lies ahead."})
    noted = speak(house.bea, house.of("time"), {"minutes": 5}).json()
    refused = speak(house.bea, house.of("time/removal"), {"id": noted["id"], "reason": "\x1f"})
    told = {"error": "conflict", "message": "Say why it is removed."}
    assert (refused.status_code, refused.json()) == (409, told)
