"""The organisation, one an installation, and its brands."""

from typing import Any

from django.db import models

from makegood.brands import signing
from makegood.brands.tones import Tone
from makegood.calendars.models import Calendar
from makegood.events.keys import uuid7
from makegood.staff.models import Team, User


class Organisation(models.Model):
    """The company that runs this installation. There is one row, once it is set up."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2, default="GB")
    set_up_at = models.DateTimeField()
    is_demo = models.BooleanField(default=False)
    tracks_time = models.BooleanField(
        default=False, db_default=False, help_text="Whether staff note how long they work on cases."
    )
    only = models.BooleanField(default=True, unique=True, help_text="Always true: keeps it one row.")

    def __str__(self) -> str:
        return self.name


class BrandQuerySet(models.QuerySet["Brand"]):
    def served_by(self, teams: Any) -> "BrandQuerySet":
        """Brands whose cases these teams work on."""
        return self.filter(teams__in=teams).distinct()

    def at_host(self, host: str) -> "Brand | None":
        """The brand whose public pages stand under a host name (without port)."""
        return self.filter(host=host.lower()).first() if host else None

    def eldest(self) -> "Brand | None":
        """The brand that was opened first: the one meant where nothing names another."""
        return self.order_by("id").first()


class Brand(models.Model):
    """A face of the organisation towards customers: name, languages, hours, teams."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    host = models.CharField(
        max_length=120, blank=True, help_text="Host name under which this brand's public pages stand."
    )
    languages = models.JSONField(default=list)
    timezone = models.CharField(max_length=60, default="UTC")
    calendar = models.ForeignKey(Calendar, on_delete=models.PROTECT, related_name="brands")
    teams = models.ManyToManyField(Team, related_name="brands", blank=True)
    # The lines under our mails by language, in either tone; where one is empty the other stands.
    signature = models.JSONField(default=dict, blank=True)
    friendly_signature = models.JSONField(default=dict, db_default={}, blank=True)
    tone = models.CharField(
        max_length=8,
        choices=Tone.choices,
        default=Tone.FORMAL,
        db_default=Tone.FORMAL,
        help_text="How it usually addresses people.",
    )
    nudge_days = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="Days of silence after which customers are reminded; 0: they are not."
    )
    nudge_resolves = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="Days after the reminder until the case is resolved; 0: it is not."
    )
    greets = models.BooleanField(default=True)

    objects = BrandQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["host"], condition=~models.Q(host=""), name="brand_host_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """The key used in events and as the facet `brand`: the slug, which never changes."""
        return self.slug

    @property
    def language(self) -> str:
        """The language of first resort."""
        return self.languages[0] if self.languages else "en"

    def signatures_in(self, tone: str) -> dict[str, str]:
        """The signature by language in a tone, "" for the usual one, or else in the other."""
        if (tone or self.tone) == Tone.FRIENDLY:
            return {**self.signature, **self.friendly_signature}
        return {**self.friendly_signature, **self.signature}

    def signed(self, language: str, tone: str = "") -> str:
        """The signature under mails in a language and a tone, "" for its usual one; empty where none is written."""
        return str(self.signatures_in(tone).get(language, ""))

    def signed_by(self, language: str, *, tone: str = "", by: User | None = None, team: str = "") -> str:
        """What stands under its mails, filled in; `by`: under what they wrote. Where it has no signature, its name."""
        text = self.signed(language, tone) or self.signed(self.language, tone) or self.name
        name, title = (by.name, by.title) if by else ("", "")
        return signing.signed(text, brand=self.name, name=name, title=title, team=team) or self.name

    def speaks(self, language: str) -> str:
        """`language` where this brand speaks it, else its first one."""
        return language if language in self.languages else self.language
