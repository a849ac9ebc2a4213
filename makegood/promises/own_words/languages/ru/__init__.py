"""Russian."""

from makegood.promises.own_words.language import Language
from makegood.promises.own_words.languages.ru import promising
from makegood.promises.own_words.languages.ru.times import TIMES

RUSSIAN = Language(
    code="ru",
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
