"""What each person may do, address by address: the one table to read, and to fill in for a new address.

A row says who is let in by GET and who by POST. Whoever is not is told so in one way:
a stranger is sent to sign in; staff without the ability get 403; staff who could do it, but for another brand or
team, get 404, as if it were not there. `NOBODY` stands where a method is not offered (405).
"""

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


TABLE: dict[str, Row] = {
    # Strangers and customers.
    "welcome": form(EVERYBODY),
    "welcome-code": act(EVERYBODY),
    "welcome-demo": form(EVERYBODY),
    "charter": page(EVERYBODY),
    "brand-charter": page(EVERYBODY),
    "charter-json": page(EVERYBODY),
    "brand-charter-json": page(EVERYBODY),
    "charter-badge": page(EVERYBODY),
    "brand-charter-badge": page(EVERYBODY),
    "ask": form(EVERYBODY),
    "brand-ask": form(EVERYBODY),
    "customer-case": page(EVERYBODY),
    "customer-words": act(EVERYBODY),
    "customer-solved": act(EVERYBODY),
    "customer-unsolved": act(EVERYBODY),
    "customer-understood": act(EVERYBODY),
    "customer-well-again": act(EVERYBODY),
    "customer-account": form(EVERYBODY),
    "customer-claim": act(EVERYBODY),
    "customer-file": page(EVERYBODY),
    "wall": page(EVERYBODY),
    "wall-part": page(EVERYBODY),
    "contractor-task": page(EVERYBODY),
    "contractor-answer": act(EVERYBODY),
    "contractor-completion": act(EVERYBODY),
    "contractor-refusal": act(EVERYBODY),
    "contractor-file": page(EVERYBODY),
    "gallery": page(EVERYBODY),
    "gallery-case": page(EVERYBODY),
    "gallery-charter": page(EVERYBODY),
    "set-language": form(EVERYBODY),
    "healthz": page(EVERYBODY),
    "readyz": page(EVERYBODY),
    # Signing in, and one's own settings.
    "sign-in": form(EVERYBODY),
    "sign-out": act(EVERYBODY),
    "forgotten": form(EVERYBODY),
    "reset": form(EVERYBODY),
    "invitation": form(EVERYBODY),
    "profile": form(STAFF),
    "profile-password": act(STAFF),
    "profile-sessions": act(STAFF),
    "profile-tokens": act(WORKERS),
    "token-revocation": Row(post=BEA, with_their_own=WORKERS),
    # The desk.
    "inbox": page(STAFF),
    "inbox-view": page(WORKERS),
    "inbox-rows": page(WORKERS),
    "inbox-views": page(WORKERS),
    "search": page(WORKERS),
    "case": page(ITS_WORKERS),
    "case-conversation": page(ITS_WORKERS),
    "case-earlier": page(ITS_WORKERS),
    "case-beside": page(ITS_WORKERS),
    "case-facts": page(ITS_WORKERS),
    "case-promise": page(ITS_WORKERS),
    "case-promises": act(ITS_WORKERS),
    "case-promises-offered": page(ITS_WORKERS),
    "promise-keeping": act(ITS_WORKERS),
    "promise-undo": act(ITS_WORKERS),
    "promise-excuse": act(ITS_WORKERS),
    "case-file": page(ITS_WORKERS),
    "message-html": page(ITS_WORKERS),
    "message-words": page(ITS_WORKERS),
    "message-split": act(ITS_WORKERS),
    "message-move": act(ITS_WORKERS),
    "case-replies": act(ITS_WORKERS),
    "reply-undo": act(ITS_WORKERS),
    "case-notes": act(ITS_WORKERS),
    "case-draft": act(ITS_WORKERS),
    "case-owner": act(ITS_WORKERS),
    "case-orders": act(ITS_WORKERS),
    "case-handover": act(ITS_WORKERS),
    "handover-acceptance": act(ITS_WORKERS),
    "handover-refusal": act(ITS_WORKERS),
    "handover-withdrawal": act(ITS_WORKERS),
    "case-resolution": act(ITS_WORKERS),
    "case-account": act(ITS_WORKERS),
    "case-reopening": act(ITS_WORKERS),
    "case-confirmation": act(ITS_WORKERS),
    "case-follow-up": act(ITS_WORKERS),
    "case-merging": form(ITS_WORKERS),
    "case-parting": act(ITS_WORKERS),
    "case-junk": act(ITS_WORKERS),
    "case-deletion": act(ITS_LEADS),
    "case-restoration": act(ITS_WORKERS),
    "case-block": act(ITS_WORKERS),
    # Tasks inside a case.
    "tasks": page(WORKERS),
    "case-task-new": form(ITS_WORKERS),
    "task-words": act(ITS_WORKERS),
    "task-taking": act(ITS_WORKERS),
    "task-answer": act(ITS_WORKERS),
    "task-completion": act(ITS_WORKERS),
    "task-refusal": act(ITS_WORKERS),
    "task-withdrawal": act(ITS_WORKERS),
    "task-file": page(ITS_WORKERS),
    "contractors": page(LEADS),
    "contractor-new": form(LEADS),
    "contractor": form(ITS_LEADS),
    # Customers: whoever has a case or an order that one may see.
    "customer": page(ITS_WORKERS),
    "customer-merging": form(ITS_WORKERS),
    "customer-parting": act(ITS_WORKERS),
    "customer-export": act(ADMINS),
    "customer-erasure": form(ADMINS),
    # Promises.
    "ledger": page(WORKERS),
    "ledger-csv": page(WORKERS),
    "ledger-xlsx": page(WORKERS),
    "held": page(LEADS),
    "held-release": act(LEADS),
    "held-excuse": act(LEADS),
    # How customers saw it.
    "feedback": page(LEADS | {LEADER}),
    "feedback-cases": page(LEADS | {LEADER}),
    # How the work goes: one's own figures for whoever works on cases, others' for leads (see makegood/insight/tests).
    "board": page(WORKERS),
    "board-part": page(WORKERS),
    "screens": form(LEADS),
    "screen-revocation": act(ITS_LEADS),
    "reports": page(WORKERS),
    "report-cases": page(WORKERS),
    "report-csv": page(WORKERS),
    "report-xlsx": page(WORKERS),
    # Winning back.
    "recoveries": page(WORKERS),
    "recovery": page(ITS_WORKERS),
    "recovery-step": act(ITS_WORKERS),
    "recovery-step-undo": act(ITS_WORKERS),
    "recovery-end": act(ITS_WORKERS),
    "recovery-resumption": act(ITS_WORKERS),
    "recovery-opening": act(ITS_WORKERS),
    "complaint-hint": act(ITS_WORKERS),
    "golden": page(WORKERS),
    "came-back": page(WORKERS),
    "came-back-behind": page(WORKERS),
    "recovery-settings": form(LEADS),
    "causes": form(LEADS),
    "cause-name": act(LEADS),
    "cause-retirement": act(LEADS),
    # What mistakes cost.
    "quality": page(LEADS | {LEADER}),
    "quality-costs": page(LEADS | {LEADER}),
    "quality-cases": page(LEADS | {LEADER}),
    "quality-table": page(LEADS | {LEADER}),
    "quality-rates": form(ADMINS),
    # What we owe.
    "remedies": page(WORKERS),
    "case-remedies": act(ITS_WORKERS),
    "remedy-given": act(ITS_WORKERS),
    "remedy-refused": act(ITS_WORKERS),
    "refund-again": act(ITS_WORKERS),
    "ask-answer": act(ITS_LEADS),
    # Orders.
    "orders": page(WORKERS | {SELLER}),
    "order": page(ITS_WORKERS | {SELLER}),
    # What became of what was sold: one's own for whoever sells, everybody's for leads.
    "sellers": page(WORKERS | {SELLER}),
    "seller": page(ITS_LEADS | {LEADER}),
    "sale-case": Row(get=frozenset({SELLER}), with_their_own=WORKERS),
    "sale-notes": Row(post=frozenset({SELLER}), with_their_own=WORKERS),
    "order-tables": form(LEADS),
    "order-table": form(ITS_LEADS),
    "order-table-taking": act(ITS_LEADS),
    "order-table-stopping": act(ITS_LEADS),
    "order-table-faults": page(ITS_LEADS),
    # Settings.
    "settings": page(STAFF),
    "templates": page(LEADS),
    "template-new": form(LEADS),
    "template": form(ITS_LEADS),
    "template-deletion": act(ITS_LEADS),
    "cashiers": page(ADMINS),
    "cashier-new": form(ADMINS),
    "cashier": form(ADMINS),
    "authority": form(LEADS),
    "authority-deletion": act(LEADS),
    "calendars": page(LEADS),
    "calendar-new": form(LEADS),
    "calendar": page(ITS_LEADS),
    "calendar-versions": form(ITS_LEADS),
    "calendar-name": form(ITS_LEADS),
    "parked": page(LEADS),
    "parked-one": page(ITS_LEADS),
    "parked-raw": page(ITS_LEADS),
    "parked-replay": act(ITS_LEADS),
    "parked-discard": act(ITS_LEADS),
    "mailboxes": page(ADMINS),
    "mailbox-push-address": act(ADMINS),
    "mailbox-new": form(ADMINS),
    "mailbox": form(ADMINS),
    "mailbox-test": act(ADMINS),
    "mailbox-close": act(ADMINS),
    "mailbox-reopening": act(ADMINS),
    "shops": page(ADMINS),
    "shop-new": form(ADMINS),
    "shop": form(ADMINS),
    "charter-settings": page(ADMINS),
    "charter-write": form(ADMINS),
    "organisation": form(ADMINS),
    "brands": page(ADMINS),
    "brand-new": form(ADMINS),
    "brand": form(ADMINS),
    "staff": page(ADMINS),
    "staff-invite": form(ADMINS),
    "staff-member": form(ADMINS),
    "staff-deactivation": act(ADMINS),
    "staff-reactivation": act(ADMINS),
    "staff-link": act(ADMINS),
    "teams": page(ADMINS),
    "team-new": form(ADMINS),
    "team": form(ADMINS),
}

# Addresses that a machine opens with a key of its own; each is held by the test named.
BY_KEY = {
    "metrics": "makegood/config/tests/test_health.py",
    "shop-told": "makegood/orders/tests/test_shops.py",
    "refund-told": "makegood/recovery/tests/test_refunds.py",
    "mail-pushed": "makegood/channels/email/tests/test_pushed.py",
    "mail-pushed-mime": "makegood/channels/email/tests/test_pushed.py",
    "api-v1:openapi-json": "tests/permissions/test_api_walk.py",
    "api-v1:api-root": "tests/permissions/test_api_walk.py",
    "api-nothing": "makegood/channels/api/tests/test_cases.py",
}
