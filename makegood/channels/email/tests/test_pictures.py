"""A picture among the words leaves with the mail that shows it; other files stay attachments; plain text names it."""

from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases import blobs
from makegood.cases.actions.replying import Answer
from makegood.cases.words import File
from makegood.channels.email import actions as email
from makegood.channels.email import sender
from makegood.channels.email.tests.conftest import mail
from makegood.ui import pictures


def test_a_picture_leaves_with_the_html_that_shows_it(transactional_db, outside, deliver, bea):
    case = deliver(mail()).case
    vase = File("vase.png", "image/png", b"\x89PNG of a vase")
    bill = File("bill.pdf", "application/pdf", b"%PDF")
    place = pictures.place(vase.name, blobs.digest_of(vase.content))
    answer = Answer(text=f"This one?\n\n{place}", files=(vase, bill), undo_seconds=0)
    email.queue_reply(cases.reply(case, answer, by=bea, at=timezone.now()), at=timezone.now())
    sender.work(at=timezone.now())
    [left] = [one for one in outside.mails if str(one["Subject"]).startswith("Re:")]
    assert "This one?\n\n[vase.png]" in left.get_body(("plain",)).get_content().replace("\r\n", "\n")
    [related] = [part for part in left.walk() if part.get_content_type() == "multipart/related"]
    page, picture = related.iter_parts()
    assert f'<img src="cid:{picture["Content-ID"].strip("<>")}" alt="vase.png">' in page.get_content()
    assert picture.get_content() == vase.content
    assert picture.get_content_disposition() == "inline"
    assert [part.get_filename() for part in left.iter_attachments()] == ["bill.pdf"]
