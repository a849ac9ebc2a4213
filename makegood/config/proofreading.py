"""What can be wrong with a catalogue of translations that a machine can see."""

import gettext
import io
import re
from collections import Counter
from collections.abc import Collection, Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from makegood.config.collecting import Key

# %(name)s, %d and {name}: what the code fills in. %% is a per cent sign.
PLACEHOLDER = re.compile(r"%%|%\(\w+\)[#0\- +]*[\d.]*[a-zA-Z]|%[a-zA-Z]|\{\w*\}")


def faults(catalogue: Catalog, wanted: Collection[Key]) -> Iterator[str]:
    """Every fault in words: what is missing, left over, guessed, filled in otherwise, or does not compile."""
    here = {key(each): each for each in catalogue if each.id}
    for texts, context in wanted:
        if (texts, context) not in here:
            yield f"not in the catalogue: {_shown(texts, context)}"
    for (texts, context), message in here.items():
        if (texts, context) not in wanted:
            yield f"no longer in the code: {_shown(texts, context)}"
        else:
            yield from (f"{fault}: {_shown(texts, context)}" for fault in _of(message, catalogue))
    for message in catalogue.obsolete.values():
        yield f"no longer in the code: {_shown(*key(message))}"
    try:
        write_mo(io.BytesIO(), catalogue)
    except (ValueError, TypeError, KeyError) as trouble:
        yield f"does not compile: {trouble}"


def key(message: Message) -> Key:
    """How a sentence of the code and its entry in a catalogue find each other."""
    return _all(message.id), message.context


def missing(catalogue: Catalog) -> int:
    """How many entries want a translation, whole or in part."""
    return sum(1 for each in catalogue if each.id and not all(_all(each.string)))


def _of(message: Message, catalogue: Catalog) -> Iterator[str]:
    said, texts = _all(message.string), _all(message.id)
    if message.fuzzy:
        yield "marked as a guess"
    if not any(said):
        yield "not translated"
        return
    wanted_forms = catalogue.num_plurals if len(texts) > 1 else 1
    if len(said) != wanted_forms or not all(said):
        yield f"{sum(map(bool, said))} of {wanted_forms} plural forms"
        return
    single = _forms_of_one_number(catalogue) if len(texts) > 1 else set()
    for form, text in enumerate(said):
        # Only a form that stands for a single number may leave the number out: “een mail”, but never “1, 21, 31”.
        allowed = texts if form in single else texts[-1:]
        if _placeholders(text) not in [_placeholders(each) for each in allowed]:
            yield f"other placeholders in {text!r}"
        if _edges(text) != _edges(texts[-1]):
            yield f"begins or ends with other spaces in {text!r}"


def _forms_of_one_number(catalogue: Catalog) -> set[int]:
    form = gettext.c2py(catalogue.plural_expr)
    counted = Counter(form(n) for n in range(201))
    return {each for each, times in counted.items() if times == 1}


def _placeholders(text: str) -> Counter[str]:
    """Each placeholder with how often, though a language may say one twice: counted once."""
    return Counter({each for each in PLACEHOLDER.findall(text) if each != "%%"})


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _all(value: object) -> tuple[str, ...]:
    return tuple(str(each or "") for each in value) if isinstance(value, tuple | list) else (str(value or ""),)


def _shown(texts: tuple[str, ...], context: str | None) -> str:
    return repr(texts[0]) + (f" ({context})" if context else "")
