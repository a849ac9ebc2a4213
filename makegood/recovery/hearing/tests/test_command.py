"""`makegood classify` answers each line."""

import json
import subprocess
import sys


def test_each_line_has_its_answer_whatever_its_bytes():
    raw = b"Kur mano siunta?\n\n" + b"\xff\xfe\x00\r\n" + "ふざけるな、金を返せ!".encode()
    command = [sys.executable, "-m", "makegood", "classify"]
    done = subprocess.run(command, input=raw, capture_output=True, timeout=60)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0
    assert [answer["line"] for answer in answers] == [1, 2, 3, 4]
    assert [answer["language"] for answer in answers] == ["lt", None, None, "ja"]
    assert answers[3]["angry"] > 0.5 > answers[0]["angry"]
