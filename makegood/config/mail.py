"""The mail process: listens for SMTP until told to stop."""

import signal
import threading
import time

from makegood.channels.email import listener

STOP_WITHIN = 5.0


def main(arguments: list[str]) -> int:
    """Run the listener of the email channel on HOST PORT; SIGTERM and SIGINT let it finish what it has begun."""
    host, port = arguments[0], int(arguments[1])
    told: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _: told.append(number))
    stop = threading.Event()
    listening = threading.Thread(target=listener.run, args=(host, port, stop), daemon=True)
    listening.start()
    # The handler only notes the signal: an Event set in it could wait for a lock that this thread holds.
    while listening.is_alive() and not told:
        time.sleep(0.1)
    stop.set()
    listening.join(STOP_WITHIN)
    return 0 if told else 1
