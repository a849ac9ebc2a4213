"""What our people are told of, and in which ways."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """In the order of the page on which they are chosen."""

    MENTION = "mention", _("A colleague mentions you")
    RISK = "risk", _("A promise you answer for is due soon")
    BROKEN = "broken", _("A promise you answer for was broken")
    WORDS = "words", _("The customer of a case of yours wrote")
    YOURS = "yours", _("A case becomes yours")
    OFFER = "offer", _("A case is offered to you, or yours is answered")
    FAILED = "failed", _("A reply of yours was not delivered")
    TASK = "task", _("A task is given to you, or yours goes on")
    SIDE = "side", _("A side conversation in a case of yours is answered")
    REMINDER = "reminder", _("A reminder of yours comes")
    ACCOUNT = "account", _("A customer sees it otherwise than you")
    SALE = "sale", _("A case is about your sale")
    GOLDEN = "golden", _("Whom your team can still win back today")


class Way(models.TextChoices):
    """One for each kind, so that nothing is told twice."""

    MAIL = "mail", _("By mail, at once")
    DIGEST = "digest", _("In the digest")
    NOT = "not", pgettext_lazy("way to be told", "Not at all")
