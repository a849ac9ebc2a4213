"""Russian."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.ru import promising, refusing
from makegood.promises.own_words.languages.ru.hasty import HASTY
from makegood.promises.own_words.languages.ru.times import TIMES

RUSSIAN = Language(
    code="ru",
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
