"""Putting words into the search index, in the transaction of the message they are in."""

from django.db import connection

from makegood.cases.models import Case, Message
from makegood.cases.search import tokens

INSERT = {
    "sqlite": "INSERT INTO cases_search (tokens, case_id, message_id) VALUES (%s, %s, %s)",
    "postgresql": "INSERT INTO cases_search (tokens, case_id, message_id, at) VALUES (array_to_tsvector(%s), %s, %s, %s)",
}


def index(case: Case, message: Message, *, files: tuple[str, ...] = (), first: bool = False) -> None:
    """Make a message findable. With the `first` one the subject, the customer's name and address go in too."""
    text = message.text
    if first:
        text = f"{case.subject}\n{case.ref} {case.customer.name} {message.sender} {message.sender_name}\n{text}"
    if files:
        text = f"{text}\n{' '.join(files)}"
    found = tokens.of_text(text, message.language or case.language)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(INSERT["sqlite"], [" ".join(found), case.pk.hex, message.pk.hex])
        else:
            cursor.execute(INSERT["postgresql"], [found, case.pk, message.pk, message.at])


def move(message: Message, case: Case) -> None:
    """A message has gone to another case."""
    to, which = (case.pk.hex, message.pk.hex) if connection.vendor == "sqlite" else (case.pk, message.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_search SET case_id = %s WHERE message_id = %s", [to, which])
