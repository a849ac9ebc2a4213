"""What can be done about time worked on a case: run a timer, note minutes, correct and remove them."""

from makegood.cases.actions.hours.correcting import correct_time, erase_time_notes, remove_time
from makegood.cases.actions.hours.noting import note_time
from makegood.cases.actions.hours.timing import start_timer, stop_timer

__all__ = ["correct_time", "erase_time_notes", "note_time", "remove_time", "start_timer", "stop_timer"]
