"""The second factor of signing in: what a person has beside the password, and who must have one."""

from django.db import models
from django.db.models import Exists, OuterRef

from makegood.events.keys import uuid7
from makegood.staff.models import Role, User
from makegood.staff.passkeys.models import Passkey


class AuthenticatorApp(models.Model):
    """The app of one person that shows a new code every 30 seconds. `secret` is sealed (`makegood.staff.secrets`).

    `last_step` is the newest step (of 30 s, since 1970) whose code was taken, so that none is taken twice.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="authenticator")
    secret = models.CharField(max_length=255)
    last_step = models.BigIntegerField()
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"authenticator app of {self.user_id}"


class RecoveryCodeQuerySet(models.QuerySet["RecoveryCode"]):
    def unused(self) -> "RecoveryCodeQuerySet":
        """Those that still let in."""
        return self.filter(used_at=None)


class RecoveryCode(models.Model):
    """A code that stands in for the second factor once. Only its digest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = RecoveryCodeQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="recovery_code_once")]

    def __str__(self) -> str:
        return f"recovery code of {self.user_id}"


class RoleWithSecondFactor(models.Model):
    """A role whose people can do nothing before they have a second factor."""

    role = models.CharField(max_length=8, choices=Role.choices, primary_key=True)

    def __str__(self) -> str:
        return self.role


def has_one() -> models.Q:
    """Of each person asked for: whether they have a second factor, an app or a passkey, which is both factors."""
    return _has_app() | _has_passkey()


def owes_one() -> models.Q:
    """Of each person asked for: whether their role asks for a second factor that they do not have."""
    return _role_asks() & ~_has_app() & ~_has_passkey()


def is_asked_for_one() -> models.Q:
    """Of each person asked for: whether their password alone does not let them in. Whoever has a passkey and no app may
    go on with the password, which they need where the passkey is not, unless their role asks for more."""
    return _has_app() | (_role_asks() & _has_passkey())


def _has_app() -> models.Q:
    return models.Q(Exists(AuthenticatorApp.objects.filter(user=OuterRef("pk"))))


def _has_passkey() -> models.Q:
    return models.Q(Exists(Passkey.objects.filter(user=OuterRef("pk"))))


def _role_asks() -> models.Q:
    return models.Q(Exists(RoleWithSecondFactor.objects.filter(role=OuterRef("role"))))
