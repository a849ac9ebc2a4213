"""What can be done when a case is looked back on."""

from makegood.feedback.actions.counting import count_ripe
from makegood.feedback.actions.erasing import erase_words
from makegood.feedback.actions.telling import AGAIN, answer, ask, look, state, take_back

__all__ = ["AGAIN", "answer", "ask", "count_ripe", "erase_words", "look", "state", "take_back"]
