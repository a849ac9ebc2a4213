"""Lithuanian."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.lt import promising, refusing
from makegood.promises.own_words.languages.lt.hasty import HASTY
from makegood.promises.own_words.languages.lt.times import TIMES

LITHUANIAN = Language(
    code="lt",
    promising=promising.PROMISING,
    plain=promising.PLAIN,
    refusing=refusing.REFUSING,
    unsaid=refusing.UNSAID,
    asking=refusing.ASKING,
    tags=refusing.TAGS,
    joins=refusing.JOINS,
    conditions=refusing.CONDITIONS,
    times=TIMES,
    hasty=HASTY,
)
