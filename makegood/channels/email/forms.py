"""A mailbox as an administrator fills it in."""

import dataclasses
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.brands.models import Brand
from makegood.channels.email.actions.mailboxes import SECRETS
from makegood.channels.email.models import Mailbox
from makegood.channels.email.models.mailbox import Grant, Sign

HINTS = {
    "address": gettext_lazy("To which customers write, like support@example.com."),
    "name": gettext_lazy("Stands beside the address in our mails. Empty: the brand’s name."),
    "imap_host": gettext_lazy(
        "Empty: your mail server hands mail to our listener by SMTP. Microsoft 365: outlook.office365.com. Google: imap.gmail.com."
    ),
    "imap_user": gettext_lazy("Empty: the address above."),
    "imap_begin": gettext_lazy(
        "This is for the first connection. After that, all mail that arrives is taken, even if somebody has read it."
    ),
    "smtp_host": gettext_lazy(
        "Through which answers leave. Microsoft 365: smtp.office365.com. Google: smtp.gmail.com."
    ),
    "smtp_user": gettext_lazy("Empty: the address above."),
    "oauth_token_url": gettext_lazy(
        "Microsoft 365: https://login.microsoftonline.com/TENANT/oauth2/v2.0/token. Google: https://oauth2.googleapis.com/token."
    ),
    "oauth_scope": gettext_lazy(
        "Microsoft 365: https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access; of the application itself: https://outlook.office365.com/.default. Google: empty."
    ),
    "silent_after_hours": gettext_lazy("0: never."),
}
LABELS = {
    "brand": gettext_lazy("Brand"),
    "address": gettext_lazy("Address"),
    "name": gettext_lazy("Name"),
    "team": gettext_lazy("Team that gets its mail"),
    "imap_host": gettext_lazy("IMAP server"),
    "imap_port": gettext_lazy("IMAP port"),
    "imap_security": gettext_lazy("IMAP security"),
    "imap_sign": gettext_lazy("IMAP sign-in"),
    "imap_user": gettext_lazy("IMAP user"),
    "imap_secret": gettext_lazy("IMAP password"),
    "imap_folder": gettext_lazy("IMAP folder"),
    "imap_begin": gettext_lazy("At first, take"),
    "smtp_host": gettext_lazy("SMTP server"),
    "smtp_port": gettext_lazy("SMTP port"),
    "smtp_security": gettext_lazy("SMTP security"),
    "smtp_sign": gettext_lazy("SMTP sign-in"),
    "smtp_user": gettext_lazy("SMTP user"),
    "smtp_secret": gettext_lazy("SMTP password"),
    "oauth_grant": gettext_lazy("OAuth access"),
    "oauth_token_url": gettext_lazy("OAuth token address"),
    "oauth_client_id": gettext_lazy("OAuth client ID"),
    "oauth_client_secret": gettext_lazy("OAuth client secret"),
    "oauth_scope": gettext_lazy("OAuth scope"),
    "oauth_refresh_secret": gettext_lazy("OAuth refresh token"),
    "silent_after_hours": gettext_lazy("Tell us when nothing came for so many hours"),
}

# What belongs together, in the order in which it is filled in: legend, hint, and the fields.
GROUPS = (
    (gettext_lazy("The mailbox"), "", ("brand", "address", "name", "team", "silent_after_hours")),
    (gettext_lazy("Incoming mail"), "", tuple(name for name in LABELS if name.startswith("imap_"))),
    (
        gettext_lazy("Outgoing mail"),
        gettext_lazy("Without a server here, answers leave through the one that MAKEGOOD_SMTP_URL names."),
        tuple(name for name in LABELS if name.startswith("smtp_")),
    ),
    (
        gettext_lazy("Signing in with OAuth 2"),
        gettext_lazy("Only for servers for which you chose OAuth 2 above."),
        tuple(name for name in LABELS if name.startswith("oauth_")),
    ),
)


@dataclasses.dataclass(frozen=True)
class Group:
    """Fields under one legend."""

    name: str
    hint: str
    fields: list[forms.BoundField]


class MailboxForm(forms.ModelForm):
    """Fields of a mailbox. Secrets are written, never shown; an empty one stays as it was."""

    oauth_token_url = forms.URLField(
        label=LABELS["oauth_token_url"],
        help_text=HINTS["oauth_token_url"],
        required=False,
        max_length=200,
        assume_scheme="https",
    )

    class Meta:
        model = Mailbox
        fields = list(LABELS)
        labels = LABELS
        help_texts = HINTS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self.instance if not self.instance._state.adding else None
        for name in SECRETS:
            kept = bool(known and getattr(known, name))
            self.initial[name] = ""
            self.fields[name] = forms.CharField(
                label=LABELS[name],
                required=False,
                strip=False,
                max_length=5000,
                # Whether one is needed depends on the way of signing in, so "optional" would be half the truth.
                widget=forms.PasswordInput(attrs={"autocomplete": "off", "data-unmarked": True}),
                help_text=_("Kept. Write only to change it.") if kept else "",
            )
        brands = list(Brand.objects.all()[:2])
        if known is None and len(brands) == 1:
            self.initial["brand"] = brands[0]
        self.fields["team"].empty_label = _("The brand’s first team")  # type: ignore[attr-defined]
        for name in ("imap_port", "smtp_port"):
            self.fields[name].widget.attrs["max"] = 65535

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        used = [kind for kind in ("imap", "smtp") if data.get(f"{kind}_host")]
        if any(data.get(f"{kind}_sign") == Sign.XOAUTH2 for kind in used):
            if not data.get("oauth_token_url") and "oauth_token_url" not in self.errors:
                self.add_error("oauth_token_url", _("Signing in with OAuth 2 needs the token address."))
            if self._lacks_refresh_token(data):
                self.add_error("oauth_refresh_secret", _("Enter the refresh token that the provider gave you."))
        for kind in used:
            if data.get(f"{kind}_sign") == Sign.PASSWORD and not self._has(f"{kind}_secret", data):
                self.add_error(f"{kind}_secret", _("Enter the password, or choose another way of signing in."))
            port = data.get(f"{kind}_port") or 0
            if not 0 < port < 65536:
                self.add_error(f"{kind}_port", _("A port is a number from 1 to 65535."))
        return data

    def _lacks_refresh_token(self, data: dict[str, Any]) -> bool:
        return data.get("oauth_grant") == Grant.REFRESH and not self._has("oauth_refresh_secret", data)

    def _has(self, secret: str, data: dict[str, Any]) -> bool:
        return bool(data.get(secret) or getattr(self.instance, secret))

    def groups(self) -> list[Group]:
        """All fields, as the page shows them."""
        return [Group(str(name), str(hint), [self[one] for one in names]) for name, hint, names in GROUPS]

    def settings(self) -> dict[str, Any]:
        """What the verbs take."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def _post_clean(self) -> None:
        """The verb checks and writes; the form only reads, so that its instance stays as it was."""


class DiscardForm(forms.Form):
    """Throwing a parked mail away needs a reason."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=1000)
