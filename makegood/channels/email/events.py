"""What can happen to mail."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("mail.parked", gettext_noop("A mail could not be taken in"))
class MailParked:
    mail: str


@event("mail.replayed", gettext_noop("%(by)s had a parked mail tried again"))
class MailReplayed:
    mail: str


@event("mail.discarded", gettext_noop("%(by)s threw a parked mail away"))
class MailDiscarded:
    mail: str


@event("mail.taken_in", gettext_noop("A mail was taken in"), quiet=True)
class MailTakenIn:
    mail: str
    outcome: str


@event("mailbox.opened", gettext_noop("%(by)s opened a mailbox"))
class MailboxOpened:
    mailbox: str


@event("mailbox.edited", gettext_noop("%(by)s changed a mailbox"))
class MailboxEdited:
    mailbox: str


@event("mailbox.closed", gettext_noop("%(by)s closed a mailbox"))
class MailboxClosed:
    mailbox: str


@event("mailbox.reopened", gettext_noop("%(by)s opened a closed mailbox again"))
class MailboxReopened:
    mailbox: str


@event("mailbox.silent", gettext_noop("A mailbox has fallen silent"))
class MailboxSilent:
    mailbox: str


@event("letter.lost", gettext_noop("A letter of ours to the customer did not arrive"))
class LetterLost:
    """`letter`: greeting, question or asking; `mail`: the key of the mail that carried it."""

    letter: str
    mail: str
