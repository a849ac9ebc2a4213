"""How a brand's answers are signed, as they would be by whoever looks. Reads only."""

import dataclasses

from django.conf import settings

from makegood.brands.models import Brand
from makegood.brands.tones import Tone
from makegood.staff.models import User


@dataclasses.dataclass(frozen=True)
class Signed:
    """What stands under an answer in a language and a tone. `is_usual`: where nobody chooses another one."""

    code: str
    language: str
    tone: Tone
    text: str
    is_usual: bool


def of(brand: Brand, user: User) -> list[Signed]:
    """Each signature that is written: of each language in its usual tone, and in the other where that is another."""
    team = brand.teams.first()
    usual = Tone(brand.tone)
    shown = []
    for code, name in settings.LANGUAGES:
        for tone in (usual, usual.other):
            written = brand.signed(code, tone)
            if written and (tone == usual or written != brand.signed(code, usual)):
                text = brand.signed_by(code, tone=tone, by=user, team=team.name if team else "")
                shown.append(Signed(code, name, tone, text, is_usual=tone == usual))
    return shown
