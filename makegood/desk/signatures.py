"""Which signature will stand under a reply, and the other one that may be chosen for it. Reads only, and asks nothing."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from makegood.brands.tones import Tone
from makegood.cases.models import Case
from makegood.staff.models import User

FIELD = "tone"


@dataclasses.dataclass(frozen=True)
class Choice:
    """A signature as it would be sent. `is_usual`: it stands there where nobody chooses."""

    tone: Tone
    text: str
    is_usual: bool


def of(case: Case, typed: Mapping[str, str], user: User) -> dict[str, Any]:
    """The one that is usual for this customer first, the other one where it reads otherwise; `tone` is the chosen one."""
    usual = Tone(case.customer.tone or case.brand.tone)
    choices = [Choice(tone, _text(case, tone, user), is_usual=tone == usual) for tone in (usual, usual.other)]
    if choices[0].text == choices[1].text:
        del choices[1]
    return {"signatures": choices, "signed_in": case.brand.speaks(case.language), "tone": read(typed) or usual.value}


def read(typed: Mapping[str, str]) -> str:
    """The tone that was chosen; "" where none was."""
    tone = typed.get(FIELD, "")
    return tone if tone in Tone.values else ""


def _text(case: Case, tone: Tone, user: User) -> str:
    return case.brand.signed_by(case.language, tone=tone, by=user, team=case.team.name)
