"""The mail process: all mail in, from the SMTP door and the mailboxes to the case."""

from functools import partial

from makegood.channels.email import listener
from makegood.channels.email.at_hand import at_hand
from makegood.clockwork.schedule import Standing
from makegood.clockwork.worker import Worker


def main(arguments: list[str]) -> int:
    """Listen on HOST PORT, and run what the schedule says of mail in."""
    host, port = arguments[0], int(arguments[1])
    Worker("mail", more=[Standing("mail by SMTP", partial(listener.run, host, port, at_hand=at_hand))]).run()
