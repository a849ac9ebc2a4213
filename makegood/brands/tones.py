"""How we address people: formally (u, jūs, вы, 敬語) or as friends (jij, tu, ты)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Tone(models.TextChoices):
    FORMAL = "formal", _("Formal")
    FRIENDLY = "friendly", _("Friendly")

    @property
    def other(self) -> "Tone":
        return Tone.FRIENDLY if self is Tone.FORMAL else Tone.FORMAL
