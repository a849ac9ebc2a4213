"""The charter, commitments made from it, their ledger, and the counts that the charter page shows."""

from makegood.promises.models.charters import CharterLine, CharterVersion, Form, Hours
from makegood.promises.models.commitments import Commitment, CommitmentQuerySet, State, commitments_by_about
from makegood.promises.models.faults import Cause, Fault, Ruling
from makegood.promises.models.ledger import LedgerEntry, Pace, Tally
from makegood.promises.models.seals import Salt, Seal, Unsealed

__all__ = [
    "Cause",
    "CharterLine",
    "CharterVersion",
    "Commitment",
    "CommitmentQuerySet",
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
