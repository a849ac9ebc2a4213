"""What can be done with playbooks and checklists: keep one, say who does its steps, start it on a case, tick
steps, leave them out, take it off."""

from makegood.cases.actions.checklists.delegating import delegate, describe_playbook
from makegood.cases.actions.checklists.keeping import retire_playbook, save_playbook
from makegood.cases.actions.checklists.ticking import leave_out, remove, start, tick, untick

__all__ = [
    "delegate",
    "describe_playbook",
    "leave_out",
    "remove",
    "retire_playbook",
    "save_playbook",
    "start",
    "tick",
    "untick",
]
