"""The prepared replies of a case: their words filled in, and what they do besides. Reads only."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from makegood.cases.models import Case
from makegood.desk import filling, questions
from makegood.desk.alongside import lines
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
    """Those of this brand, and what the draft does besides. One question; one more where any of them gives a kind."""
    fitting = [one for one in questions.TEMPLATES() if one.brand_id in (None, case.brand_id)]
    kinds: dict[str, str] = {}
    if typed.get(lines.KIND) or any("kind" in one.does for one in fitting):
        kinds = {str(kind.pk): str(kind) for kind in IN_USE()}
    templates = [
        Prepared(str(one.pk), one.name, filling.fill(_text(one.texts, case), case, user), _lines(one.does, kinds))
        for one in fitting
    ]
    return {"templates": templates, "also": lines.of_typed(typed, kinds)}


def _text(texts: Mapping[str, str], case: Case) -> str:
    return texts.get(case.language) or next(iter(texts.values()), "")


def _lines(does: Mapping[str, Any], kinds: Mapping[str, str]) -> list[Line]:
    return lines.of_template(does, kinds) if does else []
