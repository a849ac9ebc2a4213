"""Japanese."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.ja import promising
from makegood.promises.own_words.languages.ja.times import TIMES

JAPANESE = Language(
    code="ja",
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
