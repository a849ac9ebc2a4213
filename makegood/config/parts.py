"""What `makegood serve` runs, one process each. All of them are loaded by the one that they are forked from."""

import gc
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

PARTS = {"web": "makegood.config.web", "worker": "makegood.clockwork.worker", "mail": "makegood.config.mail"}
Main = Callable[[list[str]], int]


def preparing() -> Main:
    """What makes an installation ready for its parts, which may read files that it makes as soon as they are read in."""
    import_module("django").setup()
    return cast(Main, import_module("makegood.config.prepare").main)


def load(parts: Sequence[str]) -> dict[str, Main]:
    """Set Django up and read in what these parts need, so that processes forked from here share it; their mains.

    Starts no thread and opens no connection: neither survives a fork.
    """
    import_module("django").setup()
    mains = {part: import_module(PARTS[part]).main for part in parts}
    _ = import_module("django.urls").get_resolver().url_patterns
    if import_module("django.conf").settings.READ_AHEAD:
        _read_at_first_use()
    # What is here now stays: moved out of the collector's sight, it is not written to, and so stays one memory.
    gc.collect()
    gc.freeze()
    return mains


def _read_at_first_use() -> None:
    """What is large and otherwise read by each part for itself, at its first mail or page: words, and how languages look."""
    translation = import_module("django.utils.translation")
    for language, _name in import_module("django.conf").settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("Save")
    sentence = "Whatever is written here will be read tomorrow."
    import_module("makegood.customers.language").language_of(sentence)
    import_module("makegood.promises.own_words").promises_anything(sentence)
    hearing = import_module("makegood.recovery.hearing")
    for language, _name in import_module("django.conf").settings.LANGUAGES:
        hearing.hear(sentence, language)
