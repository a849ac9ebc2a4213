"""Opening, changing and closing mailboxes."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from makegood.brands.models import Brand
from makegood.channels.email.actions.fetching import FOLDER, NOWHERE
from makegood.channels.email.actions.sending import hurry
from makegood.channels.email.addressing import directory
from makegood.channels.email.events import MailboxClosed, MailboxEdited, MailboxOpened, MailboxReopened, MailboxSilent
from makegood.channels.email.models import Mailbox
from makegood.customers.addresses import fold
from makegood.events.actions import record, verb
from makegood.events.refusals import Refusal
from makegood.staff.models import Team
from makegood.staff.secrets import seal

WELL: dict[str, Any] = {"fetch_trouble": "", "send_trouble": "", "trouble_since": None}
SECRETS = ("imap_secret", "smtp_secret", "oauth_client_secret", "oauth_refresh_secret")


@verb
def open_mailbox(
    *, brand: Brand, address: str, name: str = "", team: Team | None = None, by: str, at: dt.datetime, **settings: Any
) -> Mailbox:
    """Make one of our addresses known. `settings` are fields of Mailbox; secrets come plain and are sealed.

    Raises Refusal for what is no address, or is a mailbox already.
    """
    mailbox = Mailbox(brand=brand, name=name.strip() or brand.name, team=team, opened_at=at)
    _fill(mailbox, address=address, **settings)
    mailbox.save(force_insert=True)
    record(MailboxOpened(mailbox=str(mailbox.pk)), about=f"B-{brand.slug}"[:40], at=at, by=by)
    directory.forget()
    return mailbox


@verb
def edit_mailbox(mailbox: Mailbox, *, by: str, at: dt.datetime, **settings: Any) -> Mailbox:
    """Change fields of a mailbox. An empty secret leaves the one that is there; in another folder fetching begins anew."""
    folder = [getattr(mailbox, name) for name in FOLDER]
    changed = _fill(mailbox, **settings)
    if folder != [getattr(mailbox, name) for name in FOLDER]:
        _set(mailbox, NOWHERE)
        changed += NOWHERE
    _set(mailbox, WELL)
    # Only these: how far it is fetched, and how it goes, is written by others meanwhile.
    mailbox.save(update_fields=[*changed, *WELL])
    hurry(mailbox, at=at)
    record(MailboxEdited(mailbox=str(mailbox.pk)), about=f"B-{mailbox.brand.slug}"[:40], at=at, by=by)
    directory.forget()
    return mailbox


@verb
def close_mailbox(mailbox: Mailbox, *, by: str, at: dt.datetime) -> None:
    """Take no more mail for this address. What came stays."""
    mailbox.is_active = False
    mailbox.save(update_fields=["is_active"])
    record(MailboxClosed(mailbox=str(mailbox.pk)), about=f"B-{mailbox.brand.slug}"[:40], at=at, by=by)
    directory.forget()


@verb
def reopen_mailbox(mailbox: Mailbox, *, by: str, at: dt.datetime) -> None:
    """Take mail for this address again, with the settings it had."""
    mailbox.is_active = True
    mailbox.opened_at = at  # it was silent because we would not hear
    mailbox.silence_told_at = None
    mailbox.save(update_fields=["is_active", "opened_at", "silence_told_at"])
    record(MailboxReopened(mailbox=str(mailbox.pk)), about=f"B-{mailbox.brand.slug}"[:40], at=at, by=by)
    directory.forget()


@verb
def note_fetch(mailbox: Mailbox, *, trouble: str = "", came: bool = False, at: dt.datetime) -> None:
    """How the last look into the mailbox went. No event: it happens every minute."""
    changes: dict[str, Any] = {"fetch_trouble": trouble[:2000]}
    if not trouble:
        changes |= {"last_fetched_at": at, "trouble_since": None}
    elif mailbox.trouble_since is None:
        changes["trouble_since"] = at
    if came:
        changes |= {"last_mail_at": at, "silence_told_at": None}
    Mailbox.objects.filter(pk=mailbox.pk).update(**changes)
    _set(mailbox, changes)


@verb
def note_silence(mailbox: Mailbox, *, at: dt.datetime) -> None:
    """It has fallen silent, and that has been told."""
    mailbox.silence_told_at = at
    mailbox.save(update_fields=["silence_told_at"])
    record(MailboxSilent(mailbox=str(mailbox.pk)), about=f"B-{mailbox.brand.slug}"[:40], at=at)


@verb
def note_sending(mailbox: Mailbox, *, trouble: str) -> None:
    """What went wrong when mail last left as this mailbox; empty when it went well."""
    if mailbox.send_trouble != trouble:
        Mailbox.objects.filter(pk=mailbox.pk).update(send_trouble=trouble[:2000])
        mailbox.send_trouble = trouble


@verb
def keep_refresh_token(mailbox: Mailbox, token: str, *, instead_of: str) -> None:
    """The provider gave a new refresh token in place of the sealed one it was asked with. What somebody has entered
    meanwhile stays. No event: it may happen every hour."""
    sealed = seal(token)
    if Mailbox.objects.filter(pk=mailbox.pk, oauth_refresh_secret=instead_of).update(oauth_refresh_secret=sealed):
        mailbox.oauth_refresh_secret = sealed


def _set(mailbox: Mailbox, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(mailbox, name, value)


def _fill(mailbox: Mailbox, **settings: Any) -> list[str]:
    """Set the fields; the names of those that were."""
    given = [name for name, value in settings.items() if value or name not in SECRETS]
    if "address" in settings:
        address = fold(settings.pop("address"))
        try:
            validate_email(address)
        except ValidationError:
            raise Refusal(_("“%(address)s” is not a mail address.") % {"address": address})
        taken = Mailbox.objects.filter(address=address).exclude(pk=mailbox.pk)
        if taken.exists():
            raise Refusal(_("%(address)s is a mailbox already.") % {"address": address})
        mailbox.address = address
    for name, value in settings.items():
        if name in SECRETS:
            if value:
                setattr(mailbox, name, seal(value))
        else:
            setattr(mailbox, name, value)
    return given
