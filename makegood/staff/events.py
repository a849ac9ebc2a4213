"""What can happen to our people and their keys."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("staff.invited", gettext_noop("%(by)s invited a new member of staff"))
class Invited:
    role: str


@event("staff.joined", gettext_noop("%(by)s joined the staff"))
class Joined:
    role: str


@event("staff.edited", gettext_noop("%(by)s changed the details of a member of staff"), quiet=True)
class Edited:
    pass


@event("staff.role_changed", gettext_noop("%(by)s changed a role from %(before)s to %(after)s"))
class RoleChanged:
    before: str
    after: str


@event("staff.deactivated", gettext_noop("%(by)s deactivated a member of staff"))
class Deactivated:
    pass


@event("staff.reactivated", gettext_noop("%(by)s let a member of staff in again"))
class Reactivated:
    pass


@event("staff.password_changed", gettext_noop("%(by)s set a new password"), quiet=True)
class PasswordChanged:
    pass


@event("staff.reset_asked", gettext_noop("A new password was asked for"), quiet=True)
class ResetAsked:
    pass


@event("staff.signed_in", gettext_noop("%(by)s signed in"), quiet=True)
class SignedIn:
    pass


@event("staff.session_ended", gettext_noop("%(by)s ended one sign-in of a member of staff"), quiet=True)
class SessionEnded:
    pass


@event("staff.sessions_ended", gettext_noop("%(by)s ended all sign-ins of a member of staff"), quiet=True)
class SessionsEnded:
    pass


@event("staff.token_made", gettext_noop("%(by)s made a token for the programming interface"))
class TokenMade:
    token: str


@event("staff.token_revoked", gettext_noop("%(by)s revoked a token for the programming interface"))
class TokenRevoked:
    token: str


@event("staff.audit_exported", gettext_noop("%(by)s exported the audit log"))
class AuditExported:
    of: str
    sort: str
    since: str
    until: str


@event("team.made", gettext_noop("%(by)s made a team"))
class TeamMade:
    pass


@event("team.edited", gettext_noop("%(by)s changed a team"), quiet=True)
class TeamEdited:
    pass
