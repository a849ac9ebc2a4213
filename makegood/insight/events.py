"""What can happen to wall screens."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("screen.opened", gettext_noop("%(by)s opened a wall screen"))
class ScreenOpened:
    """`brand` and `team`: keys of what it shows, or empty."""

    screen: str
    brand: str
    team: str


@event("screen.revoked", gettext_noop("%(by)s revoked a wall screen"))
class ScreenRevoked:
    screen: str
