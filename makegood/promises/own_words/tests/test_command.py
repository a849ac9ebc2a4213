"""`makegood find-promises` answers each line."""

import json
import subprocess
import sys


def run(raw, *arguments):
    command = [sys.executable, "-m", "makegood", "find-promises", *arguments]
    return subprocess.run(command, input=raw, capture_output=True, timeout=60)


def test_each_line_has_its_answer_whatever_its_bytes():
    raw = (
        b"I will call you on Tuesday before 10\n\nthank you\n"
        + b"\xff\xfe\x00\r\n"
        + "明日の午前中にお電話します".encode()
    )
    done = run(raw, "--now", "2026-03-04T10:00", "--timezone", "Europe/Vilnius")
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0
    assert [answer["line"] for answer in answers] == [1, 2, 3, 4, 5]
    assert answers[0]["commitments"] == [
        {"words": "I will call you on Tuesday before 10", "due_at": "2026-03-10T10:00:00+02:00"}
    ]
    assert [answer["commitments"] for answer in answers[1:4]] == [[], [], []]
    assert answers[4]["commitments"][0]["due_at"] == "2026-03-05T12:00:00+02:00"


def test_a_wrong_zone_or_time_is_said():
    for arguments in (["--now", "soon", "--timezone", "UTC"], ["--now", "2026-03-04", "--timezone", "Mars/Olympus"]):
        done = run(b"", *arguments)
        assert done.returncode == 2
        assert b"is no" in done.stderr
