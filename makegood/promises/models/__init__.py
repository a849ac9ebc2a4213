"""The charter, commitments made from it, their ledger, and the counts that the charter page shows."""

from makegood.promises.models.charters import CharterLine, CharterVersion, Form, Hours
from makegood.promises.models.commitments import (
    OWN_WORDS,
    Commitment,
    CommitmentQuerySet,
    State,
    commitments_by_about,
)
from makegood.promises.models.excuses import Excuse
from makegood.promises.models.faults import Cause, Fault, Ruling
from makegood.promises.models.ledger import LedgerEntry, Pace, Tally
from makegood.promises.models.seals import Salt, Seal, Unsealed

__all__ = [
    "OWN_WORDS",
    "Cause",
    "CharterLine",
    "CharterVersion",
    "Commitment",
    "CommitmentQuerySet",
    "Excuse",
    "Fault",
    "Form",
    "Hours",
    "LedgerEntry",
    "Pace",
    "Ruling",
    "Salt",
    "Seal",
    "State",
    "Tally",
    "Unsealed",
    "commitments_by_about",
]
