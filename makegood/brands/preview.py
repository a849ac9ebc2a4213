"""How a brand's answers are signed, as they would be by whoever looks. Reads only."""

from django.conf import settings

from makegood.brands import signing
from makegood.brands.models import Brand
from makegood.staff.models import User


def of(brand: Brand, user: User) -> list[tuple[str, str, str]]:
    """Code and name of each language that has a signature, and what stands under an answer of theirs."""
    team = brand.teams.first()
    filled = {"brand": brand.name, "name": user.name, "title": user.title, "team": team.name if team else ""}
    written = [(code, name, brand.signed(code)) for code, name in settings.LANGUAGES]
    return [(code, name, signing.signed(text, **filled)) for code, name, text in written if text]
