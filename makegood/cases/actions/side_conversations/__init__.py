"""What can be done with a side conversation: start it, write, take an answer in, read, close."""

from makegood.cases.actions.side_conversations.answering import answer, file_automatic, note_undelivered
from makegood.cases.actions.side_conversations.writing import close, forward, read, start, write

__all__ = ["answer", "close", "file_automatic", "forward", "note_undelivered", "read", "start", "write"]
