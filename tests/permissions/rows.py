"""Who there is, and a row of the table: who is let in by GET and who by POST."""

import dataclasses

from tests.permissions.house import (
    ADMIN,
    AGENT,
    EVE,
    EVES_LEAD,
    LEAD,
    LEADER,
    SELLER,
    STRANGER,
    TRAINER,
)

Visitors = frozenset[str]
NOBODY: Visitors = frozenset()
ADMINS = frozenset({ADMIN})
STAFF = frozenset({AGENT, LEAD, LEADER, SELLER, TRAINER, ADMIN, EVE, EVES_LEAD})
EVERYBODY = STAFF | {STRANGER}
# Who works on cases, wherever; and those of them who serve the brand of the case.
WORKERS = STAFF - {SELLER, TRAINER}
ITS_WORKERS = WORKERS - {EVE, EVES_LEAD}
LEADS = frozenset({LEAD, EVES_LEAD, ADMIN})
ITS_LEADS = frozenset({LEAD, ADMIN})
BEA = frozenset({AGENT})


@dataclasses.dataclass(frozen=True)
class Row:
    """Who is let in. `with_their_own`: who may do it to a thing of theirs, but finds none here (404)."""

    get: Visitors = NOBODY
    post: Visitors = NOBODY
    with_their_own: Visitors = NOBODY


def page(who: Visitors) -> Row:
    """Only to be read."""
    return Row(get=who)


def act(who: Visitors) -> Row:
    """Only to be done."""
    return Row(post=who)


def form(who: Visitors) -> Row:
    """A page with a form that is sent to itself."""
    return Row(get=who, post=who)
