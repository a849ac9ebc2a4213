"""What can happen to devices."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("staff.push_device_added", gettext_noop("%(by)s let a device show notices"))
class PushDeviceAdded:
    device: str


@event("staff.push_device_removed", gettext_noop("A device shows no more notices of a member of staff"))
class PushDeviceRemoved:
    device: str
