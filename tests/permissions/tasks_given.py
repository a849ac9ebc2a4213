"""What was given away in the house of the permissions: a task for a contractor, another for the team, and the directory."""

import dataclasses
import datetime as dt
from typing import Any

from makegood.cases import tokens
from makegood.cases.actions import tasks
from makegood.cases.errand import Errand, Receiver
from makegood.cases.models import Case, Contractor, Task
from makegood.cases.words import File
from makegood.staff.models import User

ACTS = ("task-words", "task-answer", "task-completion", "task-refusal", "task-withdrawal")


@dataclasses.dataclass(frozen=True)
class Given:
    """One of each. `outside` went to the contractor."""

    contractor: Contractor
    outside: Task
    inside: Task

    @property
    def token(self) -> str:
        """Of the contractor's page."""
        return tokens.for_task_link(self.outside.key)

    def addresses(self) -> dict[str, dict[str, Any]]:
        """What each address takes."""
        file = self.outside.words.get().files.get()
        return {
            **{name: {"key": self.outside.pk} for name in ACTS},
            "task-taking": {"key": self.inside.pk},
            "task-file": {"key": file.pk},
            **{f"contractor-{name}": {"token": self.token} for name in ("task", "answer", "completion", "refusal")},
            "contractor-file": {"token": self.token, "key": file.pk},
            "contractor": {"key": self.contractor.pk},
        }


def build(case: Case, bea: User, *, at: dt.datetime) -> Given:
    """The bank is asked whether the money left, the team to look into the parcel."""
    bank = tasks.save_contractor(
        None, name="Harbour Bank", address="payments@bank.example", language="en", answer_days=1,
        brands=[case.brand], by=bea, at=at,
    )  # fmt: skip
    errand = Errand(
        what="Say whether the refund left", receiver=Receiver(contractor=bank),
        text="Our reference is 1815.", files=(File("transfer.txt", "text/plain", b"1815 EUR 19.95"),),
        due_at=at + dt.timedelta(days=2),
    )  # fmt: skip
    inside = Errand(what="Look for the parcel", receiver=Receiver(team=case.team))
    return Given(bank, tasks.give(case, errand, by=bea, at=at), tasks.give(case, inside, by=bea, at=at))
