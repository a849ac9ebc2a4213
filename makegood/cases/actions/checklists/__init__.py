"""What can be done with playbooks and checklists: keep one, start it on a case, tick steps, take it off."""

from makegood.cases.actions.checklists.keeping import save_playbook
from makegood.cases.actions.checklists.ticking import remove, start, tick, untick

__all__ = ["remove", "save_playbook", "start", "tick", "untick"]
