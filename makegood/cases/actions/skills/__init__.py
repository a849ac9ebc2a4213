"""What can be done with skills: the list of them kept, and people said to have them."""

from makegood.cases.actions.skills.having import set_skills
from makegood.cases.actions.skills.keeping import Look, add, change, retire, use_again

__all__ = ["Look", "add", "change", "retire", "set_skills", "use_again"]
