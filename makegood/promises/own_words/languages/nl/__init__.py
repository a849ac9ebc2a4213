"""Dutch."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.nl import promising, refusing
from makegood.promises.own_words.languages.nl.hasty import HASTY
from makegood.promises.own_words.languages.nl.times import TIMES

DUTCH = Language(
    code="nl",
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
