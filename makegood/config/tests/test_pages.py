"""The bridge between the server and Django's threads: whole requests in, whole answers out."""

import asyncio

import pytest

from makegood.cases import blobs
from makegood.config.intake import LARGEST, UNDER_WAY_PER_ADDRESS, Intake, Refusal
from makegood.config.pages import Pages


def ask(application, *, path="/", body=(b"",), headers=(), method="GET"):
    """Status, headers and body of an answer."""
    messages = [{"type": "http.request", "body": part, "more_body": True} for part in body]
    messages[-1]["more_body"] = False
    sent = []

    async def receive():
        return messages.pop(0)

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": b"a=1",
        "headers": list(headers),
        "http_version": "1.1",
        "client": ("192.0.2.1", 5),
    }
    asyncio.run(Pages(application)(scope, receive, send))
    return sent[0]["status"], dict(sent[0]["headers"]), b"".join(message["body"] for message in sent[1:])


def echo(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [environ["wsgi.input"].read()]


def test_a_body_of_many_pieces_arrives_whole():
    assert ask(echo, body=[b"Dear ", b"Makegood"])[2] == b"Dear Makegood"


def test_a_large_body_and_a_large_answer_pass_through_the_disk():
    large = b"x" * 3_000_001
    assert ask(echo, body=[large[:2_000_000], large[2_000_000:]])[2] == large


def test_a_chunked_body_has_its_real_length():
    def length(environ, start_response):
        start_response("200 OK", [])
        return [environ["CONTENT_LENGTH"].encode()]

    assert ask(length, body=[b"four"])[2] == b"4"


def test_a_header_with_underscores_cannot_pass_for_one_with_dashes():
    def names(environ, start_response):
        start_response("200 OK", [])
        return [" ".join(sorted(key for key in environ if key.startswith("HTTP_"))).encode()]

    headers = [(b"x_forwarded_proto", b"https"), (b"accept", b"*/*")]
    assert ask(names, headers=headers)[2] == b"HTTP_ACCEPT"


def test_an_address_that_no_database_can_look_for_leads_nowhere():
    assert ask(echo, path="/cases/\0")[0] == 404


def test_a_stored_file_is_served_in_the_place_of_an_empty_answer(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    digest = blobs.keep(b"picture" * 50_000)

    def view(environ, start_response):
        headers = [("Content-Type", "image/png"), ("X-Makegood-File", digest), ("Content-Length", "0")]
        start_response("200 OK", headers)
        return []

    status, headers, content = ask(view)
    assert (status, content) == (200, b"picture" * 50_000)
    assert headers == {b"content-type": b"image/png", b"content-length": b"350000"}


@pytest.mark.parametrize("path", ["../secret-key", "/etc/passwd", "a" * 64, "missing", ""])
def test_no_other_file_leaves(path, tmp_path, settings):
    settings.DATA_DIR = tmp_path
    (tmp_path / "blobs").mkdir()
    (tmp_path / "secret-key").write_text("secret")

    def view(environ, start_response):
        start_response("200 OK", [("X-Makegood-File", path)])
        return []

    assert ask(view)[0] == 404


def test_an_application_that_breaks_is_answered_for():
    def broken(environ, start_response):
        raise RuntimeError("no")

    assert ask(broken)[0] == 500


def test_too_large_a_body_is_refused():
    assert ask(echo, headers=[(b"content-length", str(LARGEST + 1).encode())])[0] == 413


def test_one_address_cannot_keep_any_number_of_bodies_waiting():
    intake = Intake()
    intake.under_way["192.0.2.1"] = UNDER_WAY_PER_ADDRESS
    scope = {"headers": [], "client": ("192.0.2.1", 1)}
    with pytest.raises(Refusal) as refusal:
        asyncio.run(intake.take(scope, None))
    assert refusal.value.status == 429
