"""Dutch."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.nl import promising
from makegood.promises.own_words.languages.nl.times import TIMES

DUTCH = Language(
    code="nl",
    promising=promising.PROMISING,
    plain=promising.PLAIN,
    refusing=promising.REFUSING,
    unsaid=promising.UNSAID,
    asking=promising.ASKING,
    tags=promising.TAGS,
    joins=promising.JOINS,
    conditions=promising.CONDITIONS,
    times=TIMES,
)
