"""What can be done with a task: give it, say more, take it on, answer, finish, decline, take back."""

from makegood.cases.actions.tasks.answering import accept, answer, decline, file_automatic, finish
from makegood.cases.actions.tasks.contractors import save_contractor
from makegood.cases.actions.tasks.giving import give, note_undelivered, take_all_back, take_back, tell

__all__ = [
    "accept",
    "answer",
    "decline",
    "file_automatic",
    "finish",
    "give",
    "note_undelivered",
    "save_contractor",
    "take_all_back",
    "take_back",
    "tell",
]
