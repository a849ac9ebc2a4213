"""What can be done with fields: the list of them kept, and those of a case filled in."""

from makegood.cases.actions.fields.filling import Unfit, fill
from makegood.cases.actions.fields.keeping import Look, add, change, move, retire, use_again
from makegood.cases.actions.fields.needing import Unfilled, missing, named

__all__ = ["Look", "Unfilled", "Unfit", "add", "change", "fill", "missing", "move", "named", "retire", "use_again"]
