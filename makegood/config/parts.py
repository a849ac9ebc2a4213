"""What `makegood serve` runs, one process each. All of them are loaded by the one that they are forked from."""

import gc
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

PARTS = {"web": "makegood.config.web", "worker": "makegood.clockwork.worker", "mail": "makegood.config.mail"}
Main = Callable[[list[str]], int]
# So many new objects before the collector looks among them for rings. A page makes some thousands and hardly a ring; looking
# after each 700 took a twentieth of its time.
YOUNG = 10_000


def preparing() -> Main:
    """What makes an installation ready for its parts, which may read files that it makes as soon as they are read in."""
    import_module("django").setup()
    return cast(Main, import_module("makegood.config.prepare").main)


def load(parts: Sequence[str]) -> dict[str, Main]:
    """Set Django up and read in what these parts need, so that processes forked from here share it; their mains.

    Starts no thread and opens no connection: neither survives a fork.
    """
    ahead = import_module("django.conf").settings.READ_AHEAD
    if ahead:
        # Before the rest: the memory that they need only while they are read serves what is loaded after them.
        _read_how_languages_look()
    import_module("django").setup()
    mains = {part: import_module(PARTS[part]).main for part in parts}
    _ = import_module("django.urls").get_resolver().url_patterns
    if ahead:
        _read_words()
        _work_out_at_first_use()
    # What is here now stays: moved out of the collector's sight, it is not written to, and so stays one memory.
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
    return mains


def _read_how_languages_look() -> None:
    """What each part otherwise reads for itself at its first mail or page, and is large."""
    sentence = "Whatever is written here will be read tomorrow."
    import_module("makegood.customers.language").language_of(sentence)
    import_module("makegood.promises.own_words").promises_anything(sentence)


def _read_words() -> None:
    translation = import_module("django.utils.translation")
    hearing = import_module("makegood.recovery.hearing")
    for language, _name in import_module("django.conf").settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("Save")
        hearing.hear("Whatever is written here will be read tomorrow.", language)


def _work_out_at_first_use() -> None:
    """What Django works out of all models, templates' tags and addresses when it is first asked for one, and writes beside each."""
    for model in import_module("django.apps").apps.get_models():
        model._meta.get_fields()
    _ = import_module("django.template").engines["django"]
    reverse = import_module("django.urls").reverse
    translation = import_module("django.utils.translation")
    for language, _name in import_module("django.conf").settings.LANGUAGES:
        with translation.override(language):
            reverse("sign-in")
