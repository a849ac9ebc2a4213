"""A mailbox: one of our addresses, how mail comes in from it and how mail leaves as it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from makegood.brands.models import Brand
from makegood.events.keys import uuid7
from makegood.staff.models import Team


class Security(models.TextChoices):
    TLS = "tls", _("TLS from the start")
    STARTTLS = "starttls", _("STARTTLS")
    NONE = "none", _("None (a server on this machine)")


class Sign(models.TextChoices):
    """How we sign in at a mail server."""

    NONE = "none", _("Without signing in")
    PASSWORD = "password", _("User name and password")
    XOAUTH2 = "xoauth2", _("OAuth 2 (Microsoft 365, Google)")


class Grant(models.TextChoices):
    """On whose behalf an access token is given (OAuth 2)."""

    REFRESH = "refresh", _("Of whoever signed in, by a refresh token")
    APPLICATION = "application", _("Of the application itself (Microsoft: client credentials)")


class Begin(models.TextChoices):
    """What the first look into a folder takes."""

    UNREAD = "unread", _("Unread mails, and all that come from now on")
    NEW = "new", _("Only mails that come from now on")


class Mailbox(models.Model):
    """One support address. Secrets (`…_secret`) are encrypted with the installation's key and never shown again."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    brand = models.ForeignKey(Brand, on_delete=models.PROTECT, related_name="mailboxes")
    team = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    address = models.CharField(max_length=320, unique=True, help_text="Case-folded.")
    name = models.CharField(max_length=120, blank=True, help_text="Shown beside the address in our mails.")
    is_active = models.BooleanField(default=True)

    imap_host = models.CharField(max_length=255, blank=True)
    imap_port = models.PositiveIntegerField(default=993)
    imap_security = models.CharField(max_length=8, choices=Security.choices, default=Security.TLS)
    imap_sign = models.CharField(max_length=8, choices=Sign.choices, default=Sign.PASSWORD)
    imap_user = models.CharField(max_length=320, blank=True)
    imap_secret = models.TextField(blank=True)
    imap_folder = models.CharField(max_length=255, default="INBOX")
    imap_begin = models.CharField(max_length=6, choices=Begin.choices, default=Begin.UNREAD)

    # How far the folder has been fetched, by the numbers that its server gives to mails (RFC 3501 §2.3.1.1).
    uid_validity = models.BigIntegerField(null=True, blank=True, help_text="None: never connected.")
    uid_floor = models.BigIntegerField(default=0, help_text="Unread mails up to this number are not ours to take.")
    uid_last = models.BigIntegerField(default=0, help_text="Every mail up to this number was stored, or refused.")
    uid_refused = models.JSONField(default=list, blank=True, help_text="What the server would not give: asked again.")
    fetched_by = models.CharField(max_length=100, blank=True, help_text="The worker that fetches it, until then.")
    fetched_until = models.DateTimeField(null=True, blank=True)

    push_turn = models.PositiveIntegerField(default=0, help_text="How often its address for providers was renewed.")

    smtp_host = models.CharField(max_length=255, blank=True, help_text="Empty: MAKEGOOD_SMTP_URL, if that is set.")
    smtp_port = models.PositiveIntegerField(default=587)
    smtp_security = models.CharField(max_length=8, choices=Security.choices, default=Security.STARTTLS)
    smtp_sign = models.CharField(max_length=8, choices=Sign.choices, default=Sign.PASSWORD)
    smtp_user = models.CharField(max_length=320, blank=True)
    smtp_secret = models.TextField(blank=True)

    oauth_grant = models.CharField(max_length=11, choices=Grant.choices, default=Grant.REFRESH)
    oauth_token_url = models.URLField(blank=True)
    oauth_client_id = models.CharField(max_length=255, blank=True)
    oauth_client_secret = models.TextField(blank=True)
    oauth_scope = models.CharField(max_length=500, blank=True)
    oauth_refresh_secret = models.TextField(blank=True)

    silent_after_hours = models.PositiveIntegerField(
        default=24, help_text="Alarm when nothing came for so long; 0: never."
    )
    opened_at = models.DateTimeField(null=True, blank=True, help_text="Silence counts from then on.")
    last_fetched_at = models.DateTimeField(null=True, blank=True)
    last_mail_at = models.DateTimeField(null=True, blank=True)
    silence_told_at = models.DateTimeField(null=True, blank=True)
    fetch_trouble = models.TextField(blank=True)
    send_trouble = models.TextField(blank=True)
    trouble_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["address"]

    def __str__(self) -> str:
        return self.address

    @property
    def is_fetched(self) -> bool:
        """Whether we fetch it by IMAP (else its mail comes to our listener)."""
        return bool(self.imap_host)
