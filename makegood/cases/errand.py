"""What is asked of whom, before it is a task: plain values for the verbs."""

import dataclasses
import datetime as dt

from makegood.cases.models.contractors import Contractor
from makegood.cases.words import File
from makegood.staff.models import Team


@dataclasses.dataclass(frozen=True)
class Receiver:
    """A team, a contractor of the directory, or whoever has a mail address. Exactly one of them."""

    team: Team | None = None
    contractor: Contractor | None = None
    address: str = ""
    name: str = ""
    language: str = ""


@dataclasses.dataclass(frozen=True)
class Errand:
    """`what` in one line, more in `text`, with the files that they need; `due_at`: by when it is to be done."""

    what: str
    receiver: Receiver
    text: str = ""
    files: tuple[File, ...] = ()
    due_at: dt.datetime | None = None


@dataclasses.dataclass(frozen=True)
class StepErrand:
    """Who does a step of a playbook, named by its words; `by_when` in words (“in 2 working days”), counted from when it
    is given."""

    step: str
    receiver: Receiver
    by_when: str = ""
