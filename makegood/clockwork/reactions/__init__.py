"""What follows from events, one file a subject. A reaction may run late, twice and in any order, so it looks at the
present state first; it writes rows only."""

from makegood.clockwork.reactions import (
    accounts,
    asks,
    brands,
    customers,
    feedback,
    greetings,
    handovers,
    notices,
    ownership,
    quality,
    questions,
    recoveries,
    remedies,
    replies,
    reports,
    sales,
    tasks,
    threads,
)

__all__ = [
    "accounts",
    "asks",
    "brands",
    "customers",
    "feedback",
    "greetings",
    "handovers",
    "notices",
    "ownership",
    "quality",
    "questions",
    "recoveries",
    "remedies",
    "replies",
    "reports",
    "sales",
    "tasks",
    "threads",
]
