"""What can be done with known problems: write one down, change it, tie cases to it."""

from makegood.cases.actions.problems.keeping import Description, open_problem, save_problem
from makegood.cases.actions.problems.tying import tie, untie

__all__ = ["Description", "open_problem", "save_problem", "tie", "untie"]
