"""What can happen to second factors."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("staff.second_factor_added", gettext_noop("%(by)s added a second factor to sign in with"))
class SecondFactorAdded:
    kind: str


@event("staff.second_factor_removed", gettext_noop("%(by)s removed a second factor"))
class SecondFactorRemoved:
    pass


@event("staff.second_factor_required", gettext_noop("%(by)s decided which roles need a second factor"))
class SecondFactorRequired:
    roles: list[str]


@event("staff.recovery_code_used", gettext_noop("%(by)s signed in with a recovery code"))
class RecoveryCodeUsed:
    left: int


@event("staff.recovery_codes_renewed", gettext_noop("%(by)s made new recovery codes"))
class RecoveryCodesRenewed:
    pass
