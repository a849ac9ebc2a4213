"""English."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.en import promising, refusing
from makegood.promises.own_words.languages.en.times import TIMES

ENGLISH = Language(
    code="en",
    promising=promising.PROMISING,
    plain=promising.PLAIN,
    refusing=refusing.REFUSING,
    unsaid=refusing.UNSAID,
    asking=refusing.ASKING,
    tags=refusing.TAGS,
    joins=refusing.JOINS,
    conditions=refusing.CONDITIONS,
    times=TIMES,
)
