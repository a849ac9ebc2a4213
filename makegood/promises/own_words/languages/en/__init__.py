"""English."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.en import promising
from makegood.promises.own_words.languages.en.times import TIMES

ENGLISH = Language(
    code="en",
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
