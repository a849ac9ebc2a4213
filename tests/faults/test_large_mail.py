"""A mail of 50 MB arrives whole, and neither the listener nor the worker swells with it."""

import hashlib
import os
import smtplib
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.serving import eventually, serving

pytestmark = pytest.mark.any_engine

MEGABYTE = 1024 * 1024
# What a process may take for it at its height, in megabytes: a few times the mail, as it is parsed whole.
MOST = 450


def memory(pid: int, what: str) -> int:
    """What a process takes (`VmRSS`), or the most that it ever took (`VmHWM`), in megabytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split(f"{what}:")[1].split()[0]) // 1024


def test_a_large_mail_arrives_whole_and_memory_stays_modest():
    files = [os.urandom(12 * MEGABYTE) for _ in range(3)]
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "ada@customer.example", "support@hale.example", "My pictures"
    mail.set_content("See what arrived.")
    for number, content in enumerate(files):
        mail.add_attachment(content, maintype="image", subtype="png", filename=f"{number}.png")
    with serving(start=False) as makegood:
        makegood.command(
            *("setup", "--organisation", "Hale & Sons", "--brand", "Hale", "--address", "support@hale.example"),
            *("--owner", "olive@hale.example", "--password-stdin", "--country", "GB"),
            given="correct horse battery",
        )
        makegood.start()
        mail_in = makegood.child("mail")
        at_rest = memory(mail_in, "VmRSS")
        with smtplib.SMTP("127.0.0.1", makegood.smtp_port) as session:
            session.send_message(mail)
        for content in files:
            digest = hashlib.sha256(content).hexdigest()
            place = makegood.data / "blobs" / digest[:2] / digest
            eventually(lambda place=place: place.exists(), makegood)
            assert place.read_bytes() == content
        [raw] = (makegood.data / "mail").glob("*/*")
        assert raw.stat().st_size > 48 * MEGABYTE
        assert memory(mail_in, "VmHWM") - at_rest < MOST
