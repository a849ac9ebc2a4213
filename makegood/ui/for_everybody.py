"""Answers that are the same whoever asks: no session, no language of the visitor's, so that caches may share them."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest
from django.urls import Resolver404, resolve

View = TypeVar("View", bound=Callable[..., Any])


def for_everybody(view: View) -> View:
    """Mark a view whose answer depends on its address alone. Its address ends in a file's name (`charter.json`)."""
    view.for_everybody = True  # type: ignore[attr-defined]
    return view


def is_asked(request: HttpRequest) -> bool:
    """Whether the address leads to such a view. Only what looks like a file is looked up, so pages pay nothing."""
    if "." not in request.path_info.rpartition("/")[2]:
        return False
    try:
        return getattr(resolve(request.path_info).func, "for_everybody", False)
    except Resolver404:
        return False
