"""What can be done with playbooks and checklists: keep one, say who does its steps, start it on a case, tick
steps, take it off."""

from makegood.cases.actions.checklists.delegating import delegate
from makegood.cases.actions.checklists.keeping import save_playbook
from makegood.cases.actions.checklists.ticking import remove, start, tick, untick

__all__ = ["delegate", "remove", "save_playbook", "start", "tick", "untick"]
