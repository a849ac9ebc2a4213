"""What can happen to passkeys."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("staff.passkey_added", gettext_noop("%(by)s added a passkey to sign in with"))
class PasskeyAdded:
    passkey: str


@event("staff.passkey_removed", gettext_noop("%(by)s removed a passkey"))
class PasskeyRemoved:
    passkey: str
