"""A text as its sentences, without what others said in it."""

import re

QUOTED_LINE = re.compile(r"^[^\S\n]*[>|].*$", re.MULTILINE)
# Words of others between quotation marks; a short one is only a name or a stressed word. None begins within another,
# or a row of opening marks would be read once for each of them.
QUOTED = re.compile(
    r'"[^"\n]{12,}"|“[^“”\n]{12,}”|„[^„“”\n]{12,}[“”]|«[^«»\n]{12,}»|『[^『』\n]{4,}』|「[^「」\n]{8,}」'
)
WRAPPED = re.compile(r"(?<=[^\s.!?:;。！？])[ \t]*\n(?=[ \t]*[a-zà-žа-яё])")
ENDS = re.compile(r"[。！？\n]+|[.!?…]+[)\"'”»]*(?=\s|$)")
# After these a full stop ends no sentence, whatever follows: titles, and the number of a list's entry.
TITLES = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|nr|no|tel|тел|dhr|mevr|pvz|p|kl|bv|bijv|approx|т\.е)\.$|^\s*\d{1,2}\.$", re.IGNORECASE
)
# “Kovo 12 d. Jums …”: a date or an hour of Lithuanian, and no more, ends none; nor does one before a courteous “Jums”.
DATED = re.compile(r"\d ?(?:d|val)\.$")
ONLY_DATED = re.compile(r"^\s*(?:\w+ ){0,3}\d{1,2}(?:[:.]\d\d)? ?(?:d|val)\.$")


def sentences(text: str) -> list[str]:
    """The sentences in order, each with its mark at the end; quoted lines and quotations are left out."""
    text = WRAPPED.sub(" ", QUOTED.sub(" ", QUOTED_LINE.sub("\n", text)))
    found, start = [], 0
    for end in ENDS.finditer(text):
        if end[0] == "." and _goes_on(text[start : end.end()], text[end.end() : end.end() + 3]):
            continue
        found.append(text[start : end.end()])
        start = end.end()
    found.append(text[start:])
    return [sentence.strip() for sentence in found if sentence.strip()]


def _goes_on(so_far: str, following: str) -> bool:
    following = following.lstrip()
    return bool(following) and (
        following[0].islower() or following[0].isdigit() or bool(TITLES.search(so_far) or _dated(so_far, following))
    )


def _dated(so_far: str, following: str) -> bool:
    return bool(ONLY_DATED.search(so_far) or (following.startswith(("Ju", "Jū")) and DATED.search(so_far[-8:])))
