"""All customers whom a known problem concerns are told at once, each in their language: by a reply in each of their
unfinished cases, as bulk work does it, once a case though workers die."""

import dataclasses
import datetime as dt
import uuid
from collections.abc import Mapping

from django.utils.translation import gettext as _

from makegood.cases.actions.bulk.beginning import Wanted, begin
from makegood.cases.models import Bulk, Deed, Problem, Telling
from makegood.cases.models.bulk import MOST_CASES
from makegood.cases.models.problems import concerned, readers
from makegood.cases.problem_events import ProblemTold
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Announcement:
    """`texts` by language; `otherwise` is the language for whoever reads none of these, "" for nothing. `key` is one
    that the form came with: sent twice, it is told once."""

    key: uuid.UUID
    texts: Mapping[str, str]
    otherwise: str = ""
    resolves: bool = False

    def missing(self, counted: Mapping[str, int]) -> dict[str, int]:
        """How many customers read a language in which nothing is written, by language."""
        return {code: count for code, count in counted.items() if count and code not in self.texts}


@verb
def tell_all(problem: Problem, said: Announcement, *, by: User, at: dt.datetime) -> Bulk:
    """Begin to tell them: those whose cases this person may see. Raises Refusal."""
    # Of two presses the second waits here, and finds what the first began.
    Problem.objects.select_for_update(of=("self",)).get(pk=problem.pk)
    begun = Bulk.objects.filter(telling=said.key, telling__problem=problem).first()
    if begun is not None:
        return begun
    texts = {code: text.strip() for code, text in said.texts.items() if text.strip()}
    told = dataclasses.replace(said, texts=texts)
    if not texts:
        raise Refusal(_("Write the text in at least one language."))
    if told.missing(readers(problem, by)) and told.otherwise not in texts:
        raise Refusal(_("Some customers read a language in which nothing is written. Say what they get."))
    kept = Telling(
        id=told.key, problem=problem, at=at, by=by, texts=texts, otherwise=told.otherwise, resolves=told.resolves
    )
    kept.save(force_insert=True)
    keys = list(concerned(problem, by).next_promise_first().values_list("pk", flat=True)[:MOST_CASES])
    bulk = begin(Wanted(Deed.TELL, telling=kept), keys, by=by, at=at)
    fact = ProblemTold(problem=problem.ref, telling=str(kept.pk), cases=bulk.total)
    record(fact, about=problem.ref, at=at, by=by.key)
    return bulk
