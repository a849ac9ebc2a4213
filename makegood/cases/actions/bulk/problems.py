"""Tying many cases to a known problem, and telling all its customers; and what takes that back."""

import datetime as dt
import uuid
from typing import Any

from django.utils.translation import gettext as _

from makegood.cases.actions import replying
from makegood.cases.actions.bulk.nothing import Nothing
from makegood.cases.actions.problems import tying
from makegood.cases.actions.replying import Answer
from makegood.cases.models import Case, Message, Problem, Tie
from makegood.cases.models.bulk import Bulk
from makegood.events.refusals import Refusal

UNDO_SECONDS = 60  # that each telling waits before it leaves


def tie(case: Case, bulk: Bulk, at: dt.datetime) -> dict[str, Any] | None:
    """The case to the problem that was chosen; what it was tied to before."""
    assert bulk.problem is not None
    before = str(_tied_to(case) or "")
    if not tying.tie(case, problem=bulk.problem, by=bulk.by, at=at):
        raise Nothing(_("It is tied to it already."))
    return {"problem": before}


def tie_back(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    """To what it was tied to, unless somebody has tied it elsewhere since."""
    if _tied_to(case) != bulk.problem_id:
        raise Refusal(_("It was tied to another problem meanwhile."))
    problem = Problem.objects.filter(pk=before["problem"]).first() if before["problem"] else None
    if problem is None:
        tying.untie(case, by=bulk.by, at=at)
    else:
        tying.tie(case, problem=problem, by=bulk.by, at=at)


def tell(case: Case, bulk: Bulk, at: dt.datetime) -> dict[str, Any] | None:
    """Its customer, in their language: an ordinary reply, under the ordinary promises."""
    telling = bulk.telling
    assert telling is not None
    if not case.is_unfinished:
        raise Nothing(_("Nobody works on it any more."))
    if _tied_to(case) != telling.problem_id:
        raise Nothing(_("It is not tied to the problem any more."))
    text, language = telling.in_language(case.language)
    if not text:
        raise Nothing(_("Nothing is written in its language."))
    answer = Answer(text=text, language=language, resolves=telling.resolves, undo_seconds=UNDO_SECONDS, to_many=True)
    return {"message": str(replying.reply(case, answer, by=bulk.by, at=at).pk)}


def take_back(case: Case, bulk: Bulk, before: dict[str, Any], at: dt.datetime) -> None:
    """As long as it has not left."""
    message = Message.objects.select_related("case").filter(pk=before["message"]).first()
    if message is None or not replying.undo(message, to_draft=False, by=bulk.by, at=at):
        raise Refusal(_("It has left already."))


def _tied_to(case: Case) -> uuid.UUID | None:
    return Tie.objects.of_case(case).values_list("problem", flat=True).first()
