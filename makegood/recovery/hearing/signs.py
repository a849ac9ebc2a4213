"""What in a text may tell a complaint or anger: words that are known, how it is written, and pieces of its letters.

The known words are counted alike in all languages, so that what one language's examples teach, all have learnt; the
pieces of letters are each language's own and catch what no list names, inflections and slips of the pen included.
"""

import re
from functools import cache
from zlib import crc32

from makegood.promises.own_words.folding import folded
from makegood.recovery.hearing.words import en, ja, lt, nl, ru

WORDS = {"en": en.SIGNS, "lt": lt.SIGNS, "ru": ru.SIGNS, "nl": nl.SIGNS, "ja": ja.SIGNS}
KINDS = (
    "trouble",
    "displeased",
    "anger",
    "praise",
    "asking",
    "ordering",
    "courtesy",
    "denying",
    "lasting",
    "accusing",
    "own",  # the customer's own slip or delay: trouble that is no complaint
    "solved",
    "threat",
)
SHAPES = (
    "exclaims",
    "exclaims much",
    "shouts",
    "asks",
    "asks much",
    "short",
    "long",
    "last asks",
    "anger and shouting",
    "praise alone",
    "trouble asked",
    "blunt",
    "many sentences",
    "all shouted",
    "trouble of one's own",
)
NAMED = tuple(f"{kind}{more}" for kind in KINDS for more in ("", " often")) + SHAPES
BUCKETS = 2**15
PIECES_COUNT = 2.0  # all pieces of a text together weigh as much as this, squared, against one named sign
LONGEST = 2_000  # characters heard; what comes after is quoted or a signature
ENOUGH = 2  # times that a kind of word is counted before more of them tell nothing new

SHOUTED = re.compile(r"(?<!\w)[A-ZА-ЯĄČĘĖĮŠŲŪŽ]{3,}(?!\w)")
ENDS = re.compile(r"[.!?。]+")
# Japanese that ends without です or ます is curt when said to a company.
POLITE = re.compile(
    r"(?:です|ます|でした|ました|ません|ましょう|でしょう|ください|下さい|ませ|存じます)(?:か|ね|よ|が|けど|ので|から)*$"
)
MARKS, QUESTIONS = re.compile(r"[!！]"), re.compile(r"[?？]")


def signs(text: str, language: str) -> dict[int, float]:
    """The features of a text: index to value. The first `len(NAMED)` are named, the rest pieces of letters."""
    named, buckets, weight = found_in(text, language)
    found = dict.fromkeys(named, 1.0)
    for bucket in buckets:
        index = len(NAMED) + bucket
        found[index] = found.get(index, 0.0) + weight
    return found


def found_in(text: str, language: str) -> tuple[list[int], list[int], float]:
    """The same as it is found: the indexes of the named signs, each once; the bucket of each piece of letters, and what
    one piece weighs."""
    text = text[:LONGEST]
    plain = folded(text)
    counts = {kind: len(pattern.findall(plain)) for kind, pattern in _patterns(language).items()}
    marks, questions, shouted = (len(form.findall(text)) for form in (MARKS, QUESTIONS, SHOUTED))
    shape = {
        "exclaims": marks > 0,
        "exclaims much": marks > 1,
        "shouts": shouted > 0,
        "asks": questions > 0,
        "asks much": questions > 1,
        "short": len(plain) < 30,
        "long": len(plain) > 160,
        "last asks": plain.rstrip().endswith("?"),
        "anger and shouting": counts["anger"] > 0 and marks + shouted > 0,
        "praise alone": counts["praise"] > 0 and not counts["trouble"] + counts["displeased"] + counts["anger"],
        "trouble asked": counts["trouble"] > 0 and questions > 0,
        "blunt": language == "ja" and any(len(part) > 2 and not POLITE.search(part) for part in ENDS.split(plain)),
        "many sentences": len(ENDS.findall(plain.strip(".!?。"))) > 1,
        "all shouted": shouted > 2 and text.isupper(),
        "trouble of one's own": counts["trouble"] > 0 and counts["own"] + counts["solved"] > 0,
    }
    values: list[float] = []
    for kind in KINDS:
        values += [counts[kind] > 0, min(counts[kind], ENOUGH + 1) > 1]
    values += [shape[name] for name in SHAPES]
    pieces = set(_pieces(plain, language))
    begun = crc32(f"{language}:".encode())
    buckets = [crc32(piece.encode(), begun) % BUCKETS for piece in pieces]
    return [index for index, value in enumerate(values) if value], buckets, PIECES_COUNT / max(len(pieces), 1) ** 0.5


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    begins = "" if language == "ja" else r"(?<!\w)"
    return {kind: re.compile(f"{begins}(?:{forms})") for kind, forms in WORDS[language].items()}


def _pieces(plain: str, language: str) -> list[str]:
    """Runs of letters: one to three characters of Japanese, three to five within words, and whole words elsewhere."""
    if language == "ja":
        return [plain[i : i + n] for n in (1, 2, 3) for i in range(len(plain) - n + 1)]
    words = [f"<{word}>" for word in re.findall(r"[\w']+", plain)]
    pieces = [word[i : i + n] for word in words for n in (3, 4, 5) for i in range(len(word) - n + 1)]
    return words + pieces
