"""What can happen to devices. `address`: the SHA-256 of what their push service calls them, "" in what was told before it was
kept."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("staff.push_device_added", gettext_noop("%(by)s let a device show notices"))
class PushDeviceAdded:
    device: str
    address: str = ""


@event("staff.push_device_removed", gettext_noop("A device shows no more notices of a member of staff"))
class PushDeviceRemoved:
    """Nobody did (`by` is empty): its push service knew it no more."""

    device: str
    address: str = ""


@event("staff.push_device_renewed", gettext_noop("A device that shows notices got another address"))
class PushDeviceRenewed:
    device: str
    address: str
