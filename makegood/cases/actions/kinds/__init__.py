"""What can be done with kinds: the list of them kept, and one chosen for a case."""

from makegood.cases.actions.kinds.choosing import choose
from makegood.cases.actions.kinds.keeping import add, call, move, retire, use_again

__all__ = ["add", "call", "choose", "move", "retire", "use_again"]
