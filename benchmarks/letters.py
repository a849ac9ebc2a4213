"""Mails for measuring: from the demo's stories, or from somebody else's file. The same ones each time."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from html import escape
from pathlib import Path

from benchmarks.elsewhere import function
from benchmarks.filling import ADDRESS
from makegood.welcome.demo.stories import Story, story

BEGIN = dt.datetime(2026, 1, 5, 8, 0, tzinfo=dt.UTC)


def mails(count: int, *, run: str, path: Path | None = None) -> list[bytes]:
    """So many mails in the order of their sending; 40 % answer an earlier one. `run` keeps those of two runs apart.

    `path`: a Python file with `make_mails(n, to, run)` that yields names and bytes.
    """
    if path is not None:
        make: Callable[..., Iterator[tuple[str, bytes]]] = function(path, "make_mails")
        return [mail for _name, mail in make(n=count, to=ADDRESS, run=run)]
    return [mail.as_bytes() for mail in _of_stories(count, run)]


def _of_stories(count: int, run: str) -> Iterator[EmailMessage]:
    chance = random.Random(1)
    begun: list[tuple[Story, str]] = []
    for number in range(count):
        identifier = f"<{number}.{run}@mail.example.com>"
        answers = chance.choice(begun) if begun and chance.random() < 0.4 else None
        told = answers[0] if answers else story(number + 1, seed=2)
        mail = EmailMessage()
        mail["Message-ID"] = identifier
        if answers:
            mail["In-Reply-To"] = mail["References"] = answers[1]
        else:
            begun.append((told, identifier))
        mail["Subject"] = f"Re: {told.subject}" if answers else told.subject
        mail["From"], mail["To"] = formataddr((told.customer.name, told.customer.address)), ADDRESS
        mail["Date"] = format_datetime(BEGIN + dt.timedelta(minutes=number))
        text = f"{told.turns[0].text}\n\n{number} {run}\n"
        mail.set_content(text, cte="quoted-printable" if number % 2 else "base64")
        if number % 10 < 7:
            mail.add_alternative("".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n")), subtype="html")
        if number % 10 < 3:
            content = chance.randbytes(chance.randint(2048, 8192))
            mail.add_attachment(content, maintype="image", subtype="png", filename=f"picture-{number}.png")
        yield mail
