"""The pages of a filled installation that are measured, by name: each with the addresses that are asked in turn."""

from urllib.parse import urlencode

from makegood.cases.models import Case
from makegood.customers.models import Customer
from makegood.recovery.models import Recovery
from makegood.staff.models import User

CASES = 10
# Words that customers of all five languages write often.
COMMON = ("refund", "order", "account", "bestelling", "užsakymas", "заказ", "注文")


def who_sees_all() -> User:
    """The owner."""
    return User.objects.get(email="olive@filled.example")


def addresses() -> dict[str, list[str]]:
    """By name."""
    cases = Case.objects.order_by("-opened_at")[:CASES]
    customers = Customer.objects.order_by("ref")[:CASES]
    one = {
        "inbox_team": "/inbox/team/",
        "inbox_mine": "/inbox/mine/",
        "inbox_without_owner": "/inbox/unowned/",
        "inbox_all": "/inbox/all/",
        "search_rare": "/search?q=%22578DKB%22",
        "search_common": "/search?q=refund",
        "board": "/board/",
        "reports_of_a_year": "/reports/",
        "charter": "/charter",
        "charter_as_json": "/charter.json",
        "badge": "/badge.svg",
        "ledger": "/ledger/",
        "recoveries": "/recoveries/",
        "golden_mistakes": "/recoveries/today/",
        "came_back": "/came-back/",
        "remedies": "/remedies/",
        "quality": "/quality/",
        "quality_costs": "/quality/costs",
        "quality_cases": "/quality/cases",
    }
    several = {
        "search_common_open": [f"/search?{urlencode({'q': f'{word} status:open'})}" for word in COMMON],
        "case": [f"/cases/{case.ref}" for case in cases],
        "customer": [f"/customers/{customer.ref}" for customer in customers],
        "ledger_of_a_case": [f"/ledger/?about={case.ref}" for case in cases],
        "recovery": [f"/recoveries/{recovery.ref}" for recovery in Recovery.objects.order_by("-pk")[:CASES]],
    }
    return {name: [address] for name, address in one.items()} | {
        name: those for name, those in several.items() if those
    }
