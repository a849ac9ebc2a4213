"""The verbs of staff. Each is one transaction and records its event; `by` is the key (`S-…`) of who acts."""

from makegood.staff.actions.attempts import attempt, forget_attempt, forget_old_attempts, record_attempt
from makegood.staff.actions.audit import note_audit_export
from makegood.staff.actions.change_role import change_role
from makegood.staff.actions.deactivate import deactivate, reactivate
from makegood.staff.actions.edit import edit_person, edit_profile
from makegood.staff.actions.invite import accept, accept_by_provider, enrol, invite, invite_again
from makegood.staff.actions.looking import add_look, forget_old_looks, note_look
from makegood.staff.actions.passwords import ask_reset, note_sign_in, reset_password, set_password
from makegood.staff.actions.sessions import end_session, end_sessions, forget_old_sessions, forget_sessions, note_use
from makegood.staff.actions.teams import edit_team, make_team
from makegood.staff.actions.tokens import make_token, revoke_token, revoke_tokens

__all__ = [
    "accept",
    "accept_by_provider",
    "add_look",
    "ask_reset",
    "attempt",
    "change_role",
    "deactivate",
    "edit_person",
    "edit_profile",
    "edit_team",
    "end_session",
    "end_sessions",
    "enrol",
    "forget_attempt",
    "forget_old_attempts",
    "forget_old_looks",
    "forget_old_sessions",
    "forget_sessions",
    "invite",
    "invite_again",
    "make_team",
    "make_token",
    "note_audit_export",
    "note_look",
    "note_sign_in",
    "note_use",
    "reactivate",
    "record_attempt",
    "reset_password",
    "revoke_token",
    "revoke_tokens",
    "set_password",
]
