"""Lithuanian."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.lt import promising
from makegood.promises.own_words.languages.lt.times import TIMES

LITHUANIAN = Language(
    code="lt",
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
