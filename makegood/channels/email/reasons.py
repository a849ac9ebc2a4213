"""Why a mail became what it became, in the reader's words. What is kept beside the mail are codes and short English, for
`makegood take-in` and whoever reads the table."""

from django.utils.translation import gettext as _

from makegood.channels.email.models import RawMail
from makegood.promises import reasons

NO_GREETING = "No greeting: "


def told(raw: RawMail) -> str:
    """The reason of a mail's outcome, for a page; what a person wrote is shown as they wrote it."""
    if raw.outcome == "discarded":
        return raw.reason
    if raw.reason.startswith(NO_GREETING):
        return _("No greeting was sent: %(reason)s") % {"reason": reasons.told(raw.reason.removeprefix(NO_GREETING))}
    known = _placed() | _set_aside() | _reported()
    if raw.reason in known:
        return known[raw.reason]
    if raw.outcome == "parked":
        return _("It could not be read, and the program says: %(trouble)s") % {"trouble": raw.reason}
    if raw.state == RawMail.State.RECEIVED and raw.reason:
        return _("It will be tried again. The last time, the program said: %(trouble)s") % {"trouble": raw.reason}
    return raw.reason


def _placed() -> dict[str, str]:
    return {
        "token": _("It was written to an address with the token of the case."),
        "answer": _("It answers our mail."),
        "thread": _("It answers a mail of the case."),
        "subject": _("Its subject names the case."),
    }


def _set_aside() -> dict[str, str]:
    return {
        "The same mail came before.": _("The same mail came before."),
        "It comes from Makegood itself.": _("It comes from Makegood itself."),
        "Its sender is blocked.": _("Its sender is blocked."),
        "Too many mails from this sender in an hour.": _("Too many mails from this sender in an hour."),
        "An automatic answer to no case of ours.": _("It is an automatic answer, and belongs to no case."),
        "ValueError: no mailbox of ours is named": _("None of the addresses it was sent to is a mailbox of ours."),
        "It was begun again and again, and never ended.": _(
            "Reading it was started several times and never finished, so it is not tried again."
        ),
    }


def _reported() -> dict[str, str]:
    return {
        "It concerns no mail of ours.": _("It is not about any mail of ours."),
        "It names no mail of ours.": _("It does not say which mail of ours it is about."),
        "It names no address that we wrote to.": _("It is about an address that we have not written to."),
        "report": _("It reports on a mail of ours."),
        "delayed": _("Our mail is delayed; the server is still trying."),
        "not delivered": _("Our mail was not delivered."),
        "not delivered, as was known": _("Our mail was not delivered, as another report has said before."),
    }
