"""Our people, their teams, their keys to the programming interface."""

import datetime as dt
import hashlib
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from makegood.events.keys import uuid7
from makegood.staff.tokens import digest


def fold(email: str) -> str:
    """A mail address as we keep it: trimmed and in lower case."""
    return email.strip().lower()


class Role(models.TextChoices):
    AGENT = "agent", _("Agent")
    LEAD = "lead", _("Lead")
    LEADER = "leader", _("Leader")
    SELLER = "seller", _("Seller")
    TRAINER = "trainer", _("Trainer")
    ADMIN = "admin", _("Administrator")


class Team(models.Model):
    """People who share a duty rota: a case without a person of its own is owned by its team's rota."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """The key used in events."""
        return str(self.pk)


class UserQuerySet(models.QuerySet["User"]):
    def working(self) -> "UserQuerySet":
        """Those who can sign in now."""
        return self.filter(is_active=True)

    def administrators(self) -> "UserQuerySet":
        """Those who can sign in and manage the installation."""
        return self.working().filter(role=Role.ADMIN)

    def leads_of(self, team: Team | None) -> "UserQuerySet":
        """Active leads of a team; administrators where it has none is the caller's choice."""
        return self.working().filter(role=Role.LEAD, teams=team)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, username: str | None) -> "User":
        # Addresses are kept folded, so the unique index answers, whatever case somebody types.
        return self.get(email=fold(username or ""))  # type: ignore[no-any-return]


class User(AbstractBaseUser):
    """A member of staff. Signs in with the mail address. `key` (`S-…`) names them in the event log.

    Invited people are not active until they accept; those who left have `deactivated_at`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    ref = models.CharField(max_length=12, unique=True)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True, default="", db_default="")
    role = models.CharField(max_length=8, choices=Role.choices, default=Role.AGENT)
    teams = models.ManyToManyField(Team, related_name="members", blank=True)
    language = models.CharField(max_length=5, default="en")
    timezone = models.CharField(max_length=60, default="UTC")
    is_active = models.BooleanField(default=True)
    invited_at = models.DateTimeField(null=True, blank=True)
    deactivated_at = models.DateTimeField(null=True, blank=True)
    sessions_ended = models.PositiveIntegerField(default=0, help_text="How often all sign-ins were ended at once.")
    undo_seconds = models.PositiveSmallIntegerField(default=10)
    wants_mail = models.BooleanField(
        default=True, help_text=_("Mail me when one of my promises is at risk or broken.")
    )  # what counts for whoever has not chosen by kind (`makegood.staff.notices`)

    # Asked along with whoever is signed in (`makegood.staff.sessions`).
    owes_second_factor = False

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """The `S-…` key used in events."""
        return self.ref

    @property
    def is_invited(self) -> bool:
        """Whether the invitation is still to be accepted."""
        return not self.is_active and self.deactivated_at is None

    def get_session_auth_hash(self) -> str:
        """Part of every session: a new password, or ending all sign-ins, makes the old sessions worthless."""
        return f"{super().get_session_auth_hash()}.{self.sessions_ended}"


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def valid(self) -> "ApiTokenQuerySet":
        """Not revoked, and of somebody who still works here."""
        return self.filter(revoked_at=None, user__is_active=True)

    def owner_of(self, plain: str) -> User | None:
        """Who a bearer token speaks for; None for a wrong or revoked one."""
        token = self.valid().filter(digest=digest(plain)).select_related("user").first()
        return token.user if token else None


class ApiToken(models.Model):
    """A bearer token of one member of staff; only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    digest = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=80, blank=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.user} {self.label}"


class SessionQuerySet(models.QuerySet["Session"]):
    def lasting(self, at: dt.datetime) -> "SessionQuerySet":
        """Those that are not over, the last used first."""
        return self.filter(expire_date__gt=at).order_by("-used_at")


class SessionManager(BaseSessionManager.from_queryset(SessionQuerySet)):  # type: ignore[misc]
    pass


class Session(AbstractBaseSession):
    """One browser of a visitor, signed in where it has a `user`. What it holds is Django's; what is beside it tells
    people where they are signed in. `address` is where it was last used from, an IPv6 one as its network."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions", null=True, blank=True)
    signed_in_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    address = models.CharField(max_length=60, blank=True)
    agent = models.CharField(max_length=300, blank=True, help_text="What the browser calls itself.")

    objects: ClassVar[SessionManager] = SessionManager()

    @property
    def key(self) -> str:
        """Names it in an address; tells nobody the cookie."""
        return hashlib.sha256(self.session_key.encode()).hexdigest()[:32]


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def since(self, what: str, moment: dt.datetime) -> "AttemptQuerySet":
        """Tries at one thing after a moment."""
        return self.filter(what=what, at__gt=moment)


class Attempt(models.Model):
    """One try at something that is limited (sign-in, set-up code, mailed code), counted across processes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    what = models.CharField(max_length=120)
    at = models.DateTimeField()

    objects = AttemptQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["what", "at"], name="attempt_what_at")]

    def __str__(self) -> str:
        return f"{self.what} {self.at}"


class LookQuerySet(models.QuerySet["Look"]):
    def kept_long_enough(self, at: dt.datetime) -> "LookQuerySet":
        """Those whose time is over."""
        return self.filter(at__lt=at - Look.KEPT).order_by("at")


class Look(models.Model):
    """Somebody of ours opened the page of a case or a customer: the first time of each clock hour (UTC).

    A table of its own beside the log: looking changes nothing, tells no page anything, and is forgotten after KEPT.
    """

    KEPT: ClassVar[dt.timedelta] = dt.timedelta(days=365)

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    by = models.CharField(max_length=40, help_text="S-…")
    about = models.CharField(max_length=40, help_text="C-… or K-…")
    hour = models.DateTimeField()
    at = models.DateTimeField(db_index=True)

    objects = LookQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about", "by", "hour"], name="look_once_an_hour")]

    def __str__(self) -> str:
        return f"{self.by} {self.about}"

    @staticmethod
    def hour_of(at: dt.datetime) -> dt.datetime:
        """The beginning of the clock hour, in UTC."""
        return at.astimezone(dt.UTC).replace(minute=0, second=0, microsecond=0)
