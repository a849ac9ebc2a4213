"""Our side of a task: giving it, saying more, taking it back. The promises to the customer run on, whatever is asked."""

import datetime as dt

from django.utils.translation import gettext as _

from makegood.brands.models import Brand
from makegood.calendars import our_days
from makegood.cases import task_events as events
from makegood.cases import tokens
from makegood.cases.actions.rows import lock as lock_case
from makegood.cases.actions.tasks import rows
from makegood.cases.errand import Errand
from makegood.cases.models import Case, Shelf, Task, TaskState, TaskWord
from makegood.cases.words import File, Words
from makegood.customers.addresses import fold
from makegood.events.actions import verb
from makegood.events.keys import free_reference
from makegood.events.refusals import Refusal
from makegood.promises import actions as promises
from makegood.promises import charter, clock
from makegood.promises.models import CharterLine, Commitment, Hours
from makegood.staff import actions as staff
from makegood.staff import limits
from makegood.staff.models import User

ANSWER, DONE = charter.OF_TASKS.values()
ANSWER_DAYS = 1
# An hour: what one colleague may give away, and how many mails one address gets for tasks.
GIVEN_MOST, MAILS_MOST = 60, 30
WITHDRAWN = "task-withdrawn"
Kind = TaskWord.Kind


@verb
def give(case: Case, errand: Errand, *, by: User, at: dt.datetime) -> Task:
    """Ask a team or a contractor to do something for a case. That they answer, and that it is done in time, are promises
    to us with clocks of their own, as the charter says where it speaks of tasks; the case's owner and its promises stay as they are. Raises Refusal."""
    case = lock_case(case)
    _check(case, errand, at=at)
    _limit("tasks given by", by.key, most=GIVEN_MOST, at=at)
    _limit_mail(errand.receiver.address, at=at)
    ref = free_reference("T", taken=lambda one: Task.objects.filter(ref=one).exists())
    task = _task(case, errand, ref=ref, by=by, at=at)
    published = {event: line for line in _lines(case, at=at) for event in line.ends_on}
    answered, done = published.get(charter.TASK_ANSWERED), published.get(charter.TASK_DONE)
    if answered is not None:
        task.answer = _by_line(task, answered, at=at)
    else:
        task.answer = _promise(task, ANSWER, due_at=_answer_due(case.brand, errand, at=at), at=at)
    if errand.due_at is not None:
        task.due = _promise(task, DONE, due_at=errand.due_at, at=at)
    elif done is not None:
        task.due = _by_line(task, done, at=at)
    task.next_due_at = min(one.due_at for one in (task.answer, task.due) if one and one.due_at)
    task.save(force_insert=True)
    word = rows.say(task, Kind.GIVEN, Words(text=errand.text, files=errand.files), by=by, at=at)
    rows.tell(task, events.TaskGiven(task=ref, word=str(word.pk)), by=by, at=at)
    return task


@verb
def tell(task: Task, *, text: str, files: tuple[File, ...] = (), by: User, at: dt.datetime) -> TaskWord:
    """Say more; a contractor gets it by mail. Raises Refusal."""
    task = rows.lock(task)
    if not text.strip() and not files:
        raise Refusal(_("Write something first."), field="text")
    _limit_mail(task.address, at=at)
    word = rows.say(task, Kind.TOLD, Words(text=text, files=files), by=by, at=at)
    rows.tell(task, events.TaskTold(task=task.ref, word=str(word.pk)), by=by, at=at)
    return word


@verb
def take_back(task: Task, *, text: str = "", by: User, at: dt.datetime) -> Task:
    """It is not needed any more; whoever was asked hears it. Said again, it stays as it is."""
    task = rows.lock(task)
    if not task.is_open:
        return task
    rows.settle(task, reason=WITHDRAWN, by=by, at=at)
    task.state = TaskState.TAKEN_BACK
    word = rows.say(task, Kind.TAKEN_BACK, Words(text=text), by=by, at=at)
    rows.tell(task, events.TaskTakenBack(task=task.ref, word=str(word.pk)), by=by, at=at)
    rows.keep(task, "state", "is_open", "settled_at")
    return task


@verb
def take_all_back(case: Case, *, by: User, at: dt.datetime) -> int:
    """Take back all that is open of a case; how many."""
    found = list(Task.objects.of_case(case).filter(is_open=True).order_by("id"))
    for task in found:
        take_back(task, by=by, at=at)
    return len(found)


@verb
def note_undelivered(word: TaskWord, *, explanation: str, at: dt.datetime) -> None:
    """A mail for a task did not arrive: the task says so, until a later one is answered."""
    task = rows.lock(word.task)
    task.trouble = explanation[:2000] or "?"
    task.save(update_fields=["trouble"])
    rows.tell(task, events.TaskUndelivered(task=task.ref, word=str(word.pk)), by=None, at=at)


def _task(case: Case, errand: Errand, *, ref: str, by: User, at: dt.datetime) -> Task:
    to = errand.receiver
    known = to.contractor
    return Task(
        ref=ref, key=tokens.new_key(), case=case, what=" ".join(errand.what.split())[:300], team=to.team,
        contractor=known, name=(known.name if known else to.name)[:200],
        address=fold(known.address if known else to.address),
        language=(known.language if known else to.language) or case.brand.language, given_by=by, given_at=at,
    )  # fmt: skip


def _lines(case: Case, *, at: dt.datetime) -> list[CharterLine]:
    """What the brand's charter promises of tasks."""
    return charter.book_in_force(case.brand_id, at).starting(charter.TASK_GIVEN, case.facets)


def _by_line(task: Task, line: CharterLine, *, at: dt.datetime) -> Commitment:
    return promises.make_by_line(line, about=task.ref, brand=task.case.brand, team=task.team or task.case.team, at=at)


def _promise(task: Task, key: str, *, due_at: dt.datetime, at: dt.datetime) -> Commitment:
    return promises.make(
        about=task.ref, brand=task.case.brand, team=task.team or task.case.team, customer=None, promised_by=None,
        words="", due_at=due_at, ends_on=["task.done"], at=at, key=key,
    )  # fmt: skip


def promise_done(task: Task, *, due_at: dt.datetime, at: dt.datetime) -> Commitment:
    """Whoever was asked said themselves when it will be done."""
    return _promise(task, DONE, due_at=due_at, at=at)


def _answer_due(brand: Brand, errand: Errand, *, at: dt.datetime) -> dt.datetime:
    """They answer in a working day of the brand, or in as many as the directory says; not later than it is to be done."""
    known = errand.receiver.contractor
    days = known.answer_days if known else ANSWER_DAYS
    terms = CharterLine(amount=days, unit=CharterLine.Unit.DAYS, hours=Hours.OPENING)
    version = clock.calendar_version(brand.pk, at)
    due_at = clock.run(version=version, since=at, seconds=clock.work_seconds(terms, version) or 0).due_at
    return min(due_at, errand.due_at) if errand.due_at else due_at


def _check(case: Case, errand: Errand, *, at: dt.datetime) -> None:
    to = errand.receiver
    if case.shelf != Shelf.NONE:
        raise Refusal(_("Nobody works on this case, so nothing is asked for it."))
    if not errand.what.strip():
        raise Refusal(_("Say in one line what is to be done."), field="what")
    if sum(map(bool, (to.team, to.contractor, to.address))) != 1:
        raise Refusal(_("Choose one team or one contractor, or write one mail address."), field="to")
    if errand.due_at is not None and errand.due_at <= at:
        raise Refusal(_("This time has gone by. A task needs one that lies ahead."), field="due")
    if errand.due_at is not None:
        our_days.check(errand.due_at, field="due")


def _limit_mail(address: str, *, at: dt.datetime) -> None:
    if address:
        _limit("mails for tasks to", fold(address), most=MAILS_MOST, at=at)


def _limit(kind: str, value: str, *, most: int, at: dt.datetime) -> None:
    if not staff.attempt(limits.subject(kind, value), most=most, within=limits.HOUR, at=at):
        raise Refusal(_("That is a lot in an hour. Please wait a little, then send this."))
