"""A message of a case as it is forwarded: who said it and when, above its words. Reads only."""

from zoneinfo import ZoneInfo

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from makegood.cases import blobs
from makegood.cases.models import Attachment, Delivery, Message, MessageKind
from makegood.cases.words import File
from makegood.ui import pictures, wording

LONGEST_SUBJECT = 300
STAYS = {Delivery.LATER, Delivery.HELD, Delivery.UNDONE}


def may_leave(message: Message) -> bool:
    """Whether somebody outside may get it: notes are for colleagues alone, and what has not left is not said yet."""
    return message.kind != MessageKind.NOTE and message.delivery not in STAYS


def subject(message: Message) -> str:
    """The subject of the mail that forwards it."""
    about = message.case.subject or message.case.ref
    return (about if about.lower().startswith("fwd:") else f"Fwd: {about}")[:LONGEST_SUBJECT]


def quoted(message: Message) -> str:
    """Its words under whoever wrote them by name, the moment and the subject, in the brand's first language; no address
    stands there but one that they wrote themselves, or their only name."""
    brand = message.case.brand
    with translation.override(brand.language), timezone.override(ZoneInfo(brand.timezone)):
        lines = [
            f"---------- {_('Forwarded message')} ----------",
            pgettext("forwarded message", "From: %(name)s") % {"name": _author(message)},
            pgettext("forwarded message", "Date: %(when)s") % {"when": wording.full(message.at)},
            pgettext("forwarded message", "Subject: %(subject)s") % {"subject": message.case.subject},
        ]
    return "\n".join([*(lines if message.case.subject else lines[:-1]), "", pictures.named(message.text)])


def files(message: Message) -> list[Attachment]:
    """Those that came with it and are no part of how it looked, and what stands among words of ours."""
    return [one for one in message.attachments.all() if (message.is_ours or not one.inline) and not one.refused]


def read(attachments: list[Attachment]) -> tuple[File, ...]:
    """To send along. Raises FileNotFoundError where the bytes of one are gone."""
    return tuple(File(one.name, one.content_type, blobs.read(one.digest)) for one in attachments)


def _author(message: Message) -> str:
    if message.staff is not None:
        return message.staff.name
    return message.sender_name or message.sender or str(message.case.customer)
