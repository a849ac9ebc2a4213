"""English."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.en import cutting, promising, refusing
from makegood.promises.own_words.languages.en.hasty import HASTY
from makegood.promises.own_words.languages.en.times import TIMES, TYPED

ENGLISH = Language(
    code="en",
    promising=promising.PROMISING,
    plain=promising.PLAIN,
    refusing=refusing.REFUSING,
    unsaid=cutting.UNSAID,
    asking=cutting.ASKING,
    tags=cutting.TAGS,
    joins=cutting.JOINS,
    conditions=cutting.CONDITIONS,
    times=TIMES,
    typed=TYPED,
    hasty=HASTY,
)
