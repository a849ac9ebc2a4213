"""What comes in over the programming interface. A request with an idempotency key acts once."""

import datetime as dt
import hashlib
from collections.abc import Callable

from makegood.brands.models import Brand
from makegood.cases import actions as cases
from makegood.cases import forwarding, typed_times
from makegood.cases.actions import problems, side_conversations, tasks
from makegood.cases.actions.problems import Description
from makegood.cases.actions.replying import Answer
from makegood.cases.errand import Errand
from makegood.cases.models import Case, CaseState, Message, Playbook, Problem, SideConversation, Task
from makegood.cases.words import Words
from makegood.channels.api.models import GivenAnswer
from makegood.channels.api.order_shapes import CancellationIn, DeliveryIn, OrderIn, ReturnIn
from makegood.channels.api.shapes import CaseIn, CommitmentIn, NoteIn, ReplyIn, SideConversationIn
from makegood.channels.api.strict import Strict
from makegood.customers import actions as customers
from makegood.customers.language import language_of
from makegood.events.actions import verb
from makegood.events.refusals import Refusal
from makegood.orders import actions as orders
from makegood.orders.models import Order, own_numbers
from makegood.promises.models import Commitment
from makegood.staff.models import User

CHANNEL = "api"
REMEMBERED = dt.timedelta(days=2)


class KeyReused(Exception):
    """The idempotency key came before, with another request."""


class DoesNotFollow(ValueError):
    """The case that a new one is to follow is not closed, or of another customer or brand."""


@verb
def open_case(body: CaseIn, *, follows: Case | None = None, brand: Brand, key: str, by: User, at: dt.datetime) -> Case:
    """Open a case for a customer named by mail address. Raises DoesNotFollow."""
    earlier = _earlier(by, key, "case", body.model_dump_json())
    if earlier:
        return Case.objects.get(ref=earlier)
    customer = customers.find_or_create(address=body.customer.address, name=body.customer.name, at=at, by=by.key)
    if follows and (follows.state, follows.brand_id, follows.customer_id) != (CaseState.CLOSED, brand.pk, customer.pk):
        raise DoesNotFollow(follows.ref)
    words = Words(
        text=body.text,
        language=body.language or language_of(body.text),
        sender=body.customer.address.lower(),
        sender_name=body.customer.name,
    )
    case, _message = cases.open_case(
        brand=brand, customer=customer, subject=body.subject or (follows.subject if follows else ""), words=words,
        channel=CHANNEL, follows=follows, at=at, by=by.key,
    )  # fmt: skip
    _remember(by, key, "case", body.model_dump_json(), case.ref, at)
    return case


@verb
def reply(case: Case, body: ReplyIn, *, key: str, by: User, at: dt.datetime) -> Message:
    """Reply; it leaves at once, as a program does not change its mind, or at a time. Raises cases.StaleReply, Closed, Refusal."""
    earlier = _earlier(by, key, f"reply {case.ref}", body.model_dump_json())
    if earlier:
        return Message.objects.get(pk=earlier)
    answer = Answer(
        text=body.text, cc=tuple(body.cc), bcc=tuple(body.bcc), resolves=body.resolve, seen_until=body.seen_until,
        nudge_days=body.nudge_days, nudge_at=body.nudge_at, nudge_resolves=body.nudge_resolves, tone=body.tone or "", undo_seconds=0, awaited_until=_time("awaited_until", body.awaited_until, case, by=by, at=at),
    )  # fmt: skip
    leaves_at = _time("when", body.when, case, by=by, at=at)
    if leaves_at is None:
        message = cases.reply(case, answer, by=by, at=at)
    else:
        message = cases.plan(case, answer, leaves_at=leaves_at, by=by, at=at)
    _remember(by, key, f"reply {case.ref}", body.model_dump_json(), str(message.pk), at)
    return message


def _time(name: str, words: str, case: Case, *, by: User, at: dt.datetime) -> dt.datetime | None:
    understood = typed_times.read(words, case, by=by, at=at) if words else None
    if words and understood is None:
        raise Refusal(f"{name}: this is not understood, or it has gone by.", field=name)
    return understood


@verb
def note(case: Case, body: NoteIn, *, key: str, by: User, at: dt.datetime) -> Message:
    """Write an internal note."""
    earlier = _earlier(by, key, f"note {case.ref}", body.model_dump_json())
    if earlier:
        return Message.objects.get(pk=earlier)
    message = cases.note(case, text=body.text, by=by, at=at)
    _remember(by, key, f"note {case.ref}", body.model_dump_json(), str(message.pk), at)
    return message


@verb
def promise(case: Case, body: CommitmentIn, *, key: str, by: User, at: dt.datetime) -> Commitment:
    """Promise the customer something by a moment. Raises ValueError where that has gone by, cases.OnShelf."""
    earlier = _earlier(by, key, f"promise {case.ref}", body.model_dump_json())
    if earlier:
        return Commitment.objects.get(pk=earlier)
    made = cases.promise(case, words=body.words, due_at=body.due_at, by=by, at=at)
    _remember(by, key, f"promise {case.ref}", body.model_dump_json(), str(made.pk), at)
    return made


@verb
def give_task(case: Case, errand: Errand, *, told: str, key: str, by: User, at: dt.datetime) -> Task:
    """Give a task; `told` is the request. Raises Refusal."""
    earlier = _earlier(by, key, f"task {case.ref}", told)
    if earlier:
        return Task.objects.get(ref=earlier)
    task = tasks.give(case, errand, by=by, at=at)
    _remember(by, key, f"task {case.ref}", told, task.ref, at)
    return task


@verb
def open_problem(described: Description, *, told: str, key: str, by: User, at: dt.datetime) -> Problem:
    """Write a known problem down; `told` is the request."""
    earlier = _earlier(by, key, "problem", told)
    if earlier:
        return Problem.objects.select_related("product").get(ref=earlier)
    made = problems.open_problem(described, by=by, at=at)
    _remember(by, key, "problem", told, made.ref, at)
    return made


@verb
def write_playbook(save: Callable[[], Playbook], *, told: str, key: str, by: User, at: dt.datetime) -> Playbook:
    """Write a playbook down; `told` is the request. Raises Refusal."""
    earlier = _earlier(by, key, "playbook", told)
    if earlier:
        return Playbook.objects.get(pk=earlier)
    made = save()
    _remember(by, key, "playbook", told, str(made.pk), at)
    return made


@verb
def answer_task(
    task: Task, text: str, *, says_at: dt.datetime | None, told: str, key: str, by: User, at: dt.datetime
) -> None:
    """They answered. Raises Refusal."""
    if not _earlier(by, key, f"answer {task.ref}", told):
        word = tasks.answer(task, Words(text=text, sender_name=by.name), says_at=says_at, by=by, at=at)
        _remember(by, key, f"answer {task.ref}", told, str(word.pk), at)


@verb
def start_side_conversation(
    case: Case, body: SideConversationIn, *, forwards: Message | None, key: str, by: User, at: dt.datetime
) -> SideConversation:
    """Write to a third party about a case, or forward a message of it to them. Raises Refusal."""
    told = body.model_dump_json()
    earlier = _earlier(by, key, f"side {case.ref}", told)
    if earlier:
        return SideConversation.objects.get(pk=earlier)
    given = {"address": body.address, "subject": body.subject}
    if forwards is None:
        made = side_conversations.start(case, **given, words=Words(text=body.text), by=by, at=at)
    else:
        files = forwarding.read(forwarding.files(forwards)) if body.files else ()
        words = Words(text=body.text, quoted=forwarding.quoted(forwards), files=files)
        made = side_conversations.forward(forwards, **given, words=words, by=by, at=at)
    _remember(by, key, f"side {case.ref}", told, str(made.pk), at)
    return made


@verb
def write_aside(conversation: SideConversation, text: str, *, key: str, by: User, at: dt.datetime) -> None:
    """Write to a third party once more. Raises Refusal."""
    if not _earlier(by, key, f"side {conversation.pk}", text):
        word = side_conversations.write(conversation, Words(text=text), by=by, at=at)
        _remember(by, key, f"side {conversation.pk}", text, str(word.pk), at)


@verb
def take_order(body: OrderIn, *, brand: Brand, key: str, by: User, at: dt.datetime) -> Order:
    """Bring an order in, or up to date. Raises orders' Unreadable."""
    return _order_once(
        "order", body, lambda: orders.take(body.sale(), source=own_numbers(brand), brand=brand, at=at, by=by.key),
        key=key, by=by, at=at,
    )  # fmt: skip


@verb
def deliver(order: Order, body: DeliveryIn, *, key: str, by: User, at: dt.datetime) -> Order:
    """Pieces of an order arrived. Raises orders' Unreadable."""
    when = body.delivered_at or at
    return _order_once(
        f"delivery {order.ref}", body,
        lambda: orders.deliver(order, pieces=body.pieces, delivered_at=when, by=by.key, at=at), key=key, by=by, at=at,
    )  # fmt: skip


@verb
def take_back(order: Order, body: ReturnIn, *, key: str, by: User, at: dt.datetime) -> Order:
    """Pieces of an order came back. Raises orders' Unreadable."""
    return _order_once(
        f"return {order.ref}", body, lambda: orders.take_back(order, pieces=body.pieces, by=by.key, at=at),
        key=key, by=by, at=at,
    )  # fmt: skip


@verb
def cancel(order: Order, body: CancellationIn, *, key: str, by: User, at: dt.datetime) -> Order:
    """Cancel an order. Raises orders' Unreadable."""
    when = body.cancelled_at or at
    return _order_once(
        f"cancellation {order.ref}", body, lambda: orders.cancel(order, cancelled_at=when, by=by.key, at=at),
        key=key, by=by, at=at,
    )  # fmt: skip


@verb
def forget_old_answers(*, at: dt.datetime) -> int:
    """Forget idempotency keys after two days; how many."""
    return GivenAnswer.objects.filter(at__lt=at - REMEMBERED).delete()[0]


def _order_once(what: str, body: Strict, act: Callable[[], Order], *, key: str, by: User, at: dt.datetime) -> Order:
    told = body.model_dump_json()
    earlier = _earlier(by, key, what, told)
    if earlier:
        return Order.objects.select_related("brand", "customer", "seller").get(ref=earlier)
    order = act()
    _remember(by, key, what, told, order.ref, at)
    return order


def _earlier(by: User, key: str, what: str, body: str) -> str:
    """What an earlier request with this key made; empty when there was none."""
    if not key:
        return ""
    given = GivenAnswer.objects.filter(user=by, key=key).first()
    if given is None:
        return ""
    if given.digest != _digest(what, body):
        raise KeyReused(key)
    return given.subject


def _remember(by: User, key: str, what: str, body: str, subject: str, at: dt.datetime) -> None:
    # Two at once: the unique constraint refuses the second, and its whole transaction with it.
    if key:
        GivenAnswer.objects.create(user=by, key=key, digest=_digest(what, body), subject=subject, at=at)


def _digest(what: str, body: str) -> str:
    return hashlib.sha256(f"{what}\n{body}".encode()).hexdigest()
