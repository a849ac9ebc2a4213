"""What each person may do by the programming interface: one row an operation, as table.py has them for pages."""

from tests.permissions.house import LEADER
from tests.permissions.rows import ITS_LEADS, ITS_WORKERS, LEADS, WORKERS, Visitors

# The programming interface, with each person's own token; without one it answers 401 to everybody.
API: dict[tuple[str, str], Visitors] = {
    ("get", "/cases"): WORKERS,
    ("post", "/cases"): WORKERS,
    ("get", "/cases/{ref}"): ITS_WORKERS,
    ("post", "/cases/{ref}/replies"): ITS_WORKERS,
    ("post", "/cases/{ref}/follow-up"): ITS_WORKERS,
    ("post", "/cases/{ref}/merge"): ITS_WORKERS,
    ("post", "/cases/{ref}/parting"): ITS_WORKERS,
    ("get", "/customers/{ref}"): ITS_WORKERS,
    ("post", "/customers/{ref}/merge"): ITS_WORKERS,
    ("post", "/customers/{ref}/parting"): ITS_WORKERS,
    ("post", "/cases/{ref}/notes"): ITS_WORKERS,
    ("post", "/cases/{ref}/commitments"): ITS_WORKERS,
    ("post", "/cases/{ref}/commitments/{key}/keeping"): ITS_WORKERS,
    ("post", "/cases/{ref}/handover"): ITS_WORKERS,
    ("post", "/cases/{ref}/handover/acceptance"): ITS_WORKERS - {LEADER},
    ("post", "/cases/{ref}/handover/refusal"): ITS_WORKERS - {LEADER},
    ("post", "/cases/{ref}/handover/withdrawal"): ITS_WORKERS - {LEADER},
    ("post", "/cases/{ref}/snooze"): ITS_WORKERS,
    ("post", "/cases/{ref}/awakening"): ITS_WORKERS,
    ("post", "/cases/{ref}/reminders"): ITS_WORKERS,
    ("post", "/cases/{ref}/account"): ITS_WORKERS,
    ("get", "/tags"): WORKERS,
    ("post", "/cases/{ref}/tags"): ITS_WORKERS,
    ("get", "/tasks"): WORKERS,
    ("post", "/cases/{ref}/tasks"): ITS_WORKERS,
    ("get", "/tasks/{ref}"): ITS_WORKERS,
    ("post", "/tasks/{ref}/answers"): ITS_WORKERS,
    ("post", "/tasks/{ref}/completion"): ITS_WORKERS,
    ("get", "/vouchers/{code}"): ITS_WORKERS,
    ("post", "/vouchers/{code}/redemption"): ITS_WORKERS,
    ("get", "/orders"): WORKERS,
    ("post", "/orders"): LEADS,
    ("get", "/orders/{ref}"): ITS_WORKERS,
    ("post", "/orders/{ref}/deliveries"): ITS_LEADS,
    ("post", "/orders/{ref}/returns"): ITS_LEADS,
    ("post", "/orders/{ref}/cancellation"): ITS_LEADS,
}
