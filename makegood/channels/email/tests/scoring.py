"""How far `parse()` agrees with what other projects' tests expect of the same mails, field by field.

Run `python -m makegood.channels.email.tests.scoring [SET …]` for the list of disagreements.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from makegood.channels.email.parsing import ParsedMail, parse

ROOT = Path(__file__).resolve().parents[4]
DATA = ROOT.parent / "shared" / "data" / "mail"
KINDS = {"mime": "mime", "body_text": "text", "body_html": "html"}
REPLY_SETS = ("reply_stripping", "signature_split", "forward_or_reply_unwrap")


@dataclass
class Score:
    right: Counter = field(default_factory=Counter)
    asked: Counter = field(default_factory=Counter)
    by_field: dict = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    wrong: list = field(default_factory=list)

    def add(self, name, file, what, agrees, expected, got):
        self.asked[name] += 1
        self.right[name] += bool(agrees)
        self.by_field[what][0] += bool(agrees)
        self.by_field[what][1] += 1
        if not agrees:
            self.wrong.append((name, file, what, expected, got))

    @property
    def share(self):
        return sum(self.right.values()) / max(1, sum(self.asked.values()))


def flat(text):
    return re.sub(r"\s+", " ", (text or "").replace("*", "")).strip()


def score_set(name, score, *, crashes=True):
    folder = DATA / name
    for expected in json.loads((folder / "expectations.json").read_text()):
        raw = (folder / "files" / expected["file"]).read_bytes()
        mail = parse(raw, KINDS[expected["kind"]])
        if crashes:
            fine = not any(trouble.startswith(("could not read", "not readable")) for trouble in mail.troubles)
            score.add(name, expected["file"], "must_not_crash", fine, True, mail.troubles)
        judge(name, expected, mail, score)


def judge(name, expected, mail: ParsedMail, score):
    file = expected["file"]
    extra = expected.get("extra") or {}
    shown = mail.reply if extra.get("judge") in REPLY_SETS else mail.text

    def add(what, agrees, wanted, got):
        score.add(name, file, what, agrees, wanted, got)

    if expected.get("from"):
        got = mail.from_.address if mail.from_ else ""
        add("from", got.lower() == expected["from"].lower(), expected["from"], got)
    if expected.get("to"):
        got = [mailbox.address for mailbox in mail.to]
        add("to", [a.lower() for a in got] == [a.lower() for a in expected["to"]], expected["to"], got)
    if expected.get("subject"):
        add("subject", flat(mail.subject) == flat(expected["subject"]), expected["subject"], mail.subject)
    if expected.get("text_contains"):
        missing = [piece for piece in expected["text_contains"] if flat(piece) not in flat(shown)]
        add("text_contains", not missing, missing, shown)
    if expected.get("text_excludes"):
        present = [piece for piece in expected["text_excludes"] if flat(piece) in flat(mail.reply)]
        add("text_excludes", not present, present, mail.reply)
    if expected.get("attachments"):
        got = [attachment.name for attachment in mail.attachments]
        add("attachments", set(expected["attachments"]) <= set(got), expected["attachments"], got)
    for what in ("is_auto_reply", "is_bounce"):
        if expected.get(what) is not None:
            add(
                what, getattr(mail, what) is expected[what], expected[what], (mail.from_, mail.subject, mail.text[:200])
            )
    if expected.get("in_reply_to"):
        add("in_reply_to", mail.in_reply_to == expected["in_reply_to"], expected["in_reply_to"], mail.in_reply_to)


def score_headers(score):
    for case in json.loads((DATA / "header_cases" / "cases.json").read_text()):
        mail = parse(case["header"].encode() + b"\r\n\r\n")
        for what in ("is_auto_reply", "is_bounce"):
            if case.get(what) is not None:
                score.add("header_cases", case["header"], what, getattr(mail, what) is case[what], case[what], None)
        if case.get("expect_message_id"):
            wanted = case["expect_message_id"]
            score.add("header_cases", case["header"], "message_id", mail.message_id == wanted, wanted, mail.message_id)


def sets():
    return sorted(path.parent.name for path in DATA.glob("*/expectations.json"))


def exact_replies():
    """Where the source gives the exact stripped reply: how often ours is the same, white space apart."""
    found = Counter()
    different = []
    for name in sets():
        for expected in json.loads((DATA / name / "expectations.json").read_text()):
            wanted = (expected.get("extra") or {}).get("reply_text")
            if wanted is None:
                continue
            mail = parse((DATA / name / "files" / expected["file"]).read_bytes(), KINDS[expected["kind"]])
            same = re.sub(r"\s", "", wanted) == re.sub(r"\s", "", mail.reply)
            found[same] += 1
            if not same:
                different.append((name, expected["file"], wanted, mail.reply))
    return found, different


def score_all(names=None, *, crashes=True):
    score = Score()
    for name in names or sets():
        if name != "header_cases":
            score_set(name, score, crashes=crashes)
    if not names or "header_cases" in names:
        score_headers(score)
    return score


if __name__ == "__main__":
    total = score_all(sys.argv[1:] or None, crashes=False)
    for name, file, what, wanted, got in total.wrong:
        sys.stdout.write(f"{name}/{file} {what}\n    wanted {wanted!r:.700}\n    got    {got!r:.900}\n")
    for name in total.asked:
        sys.stdout.write(f"{name:18} {total.right[name]:4} of {total.asked[name]:4}\n")
    for what, (right, asked) in total.by_field.items():
        sys.stdout.write(f"  {what:16} {right:4} of {asked:4}\n")
    sys.stdout.write(f"{total.share:.2%} of {sum(total.asked.values())}\n")
    if not sys.argv[1:]:
        same, different = exact_replies()
        sys.stdout.write(f"exact replies {same}\n")
        for item in different:
            sys.stdout.write(f"  {item!r:.600}\n")
