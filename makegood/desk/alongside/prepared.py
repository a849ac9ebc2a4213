"""The prepared replies of a case: their words filled in, and what they do besides. Reads only."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from makegood.cases.models import Case, Template
from makegood.desk import filling, questions
from makegood.desk.alongside import giving_away, lines
from makegood.desk.alongside.lines import Line
from makegood.desk.kinds.panel import IN_USE
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Prepared:
    """A template as the composer offers it."""

    key: str
    name: str
    text: str
    lines: list[Line]


def of(case: Case, user: User, typed: Mapping[str, str]) -> dict[str, Any]:
    """Those of this brand, and what the draft does besides. One question; one more where any of them gives a kind,
    and two where any hands the case over."""
    fitting = [one for one in questions.TEMPLATES() if one.brand_id in (None, case.brand_id)]
    kinds: dict[str, str] = {}
    if typed.get(lines.KIND) or any("kind" in one.does for one in fitting):
        kinds = {str(kind.pk): str(kind) for kind in IN_USE()}
    offers = giving_away.said(fitting, case, user)
    templates = [
        Prepared(str(one.pk), one.name, filling.fill(_text(one.texts, case), case, user), _lines(one, kinds, offers))
        for one in fitting
    ]
    return {"templates": templates, "also": lines.of_typed(typed, kinds, offers)}


def _text(texts: Mapping[str, str], case: Case) -> str:
    return texts.get(case.language) or next(iter(texts.values()), "")


def _lines(one: Template, kinds: Mapping[str, str], offers: Mapping[str, str]) -> list[Line]:
    return lines.of_template(str(one.pk), one.does, kinds, offers) if one.does else []
