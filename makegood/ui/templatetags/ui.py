"""Template tags that every page may use: `{% load ui %}`. Reference: makegood/ui/README.md."""

import functools
import json
from datetime import datetime
from html import escape

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from makegood.ui import charts, formatting, navigation, wording
from makegood.ui.settling import fixed

register = template.Library()


@register.simple_tag
def clock(due: datetime | None, state: str = "open", soon: datetime | None = None) -> SafeString:
    """The clock of one commitment. `soon`, when given, is the moment from which it counts as soon.

    The script only words it anew as time goes by. Made here and not from a template, as a list has fifty of them.
    """
    now = timezone.now()
    state = state or "open"
    if due is None or state in wording.SETTLED:
        title = format_html(' title="{}"', wording.full(due)) if due else ""
        words = wording.clock(due, state, now)
        return format_html('<span class="clock" data-state="{}"{}>{}</span>', state, title, words)
    state = "late" if due < now else "soon" if state == "soon" or (soon and soon <= now) else state
    stamp, from_soon = _stamp(due), f' data-soon="{_stamp(soon)}"' if soon else ""
    later, title, words = wording.moment(due, now), wording.full(due), wording.clock(due, state, now)
    return SafeString(
        f'<mg-clock class="clock" data-state="{escape(state)}" data-due="{stamp}"{from_soon} data-later="{escape(later)}">'
        f'<time datetime="{stamp}" title="{escape(title)}">{escape(words)}</time></mg-clock>'
    )


def _stamp(at: datetime) -> str:
    """A moment for machines."""
    return at.isoformat(timespec="seconds")


@register.simple_tag
def when(at: datetime | None, form: str = "short") -> SafeString | str:
    """A moment in the viewer's language and time zone: `short` (as short as can be), or `full`."""
    if at is None:
        return ""
    title = wording.full(at)
    words = title if form == "full" else wording.moment(at, timezone.now())
    return SafeString(f'<time datetime="{_stamp(at)}" title="{escape(title)}">{escape(words)}</time>')


@register.simple_tag
def badge(text: str, tone: str = "") -> SafeString:
    """A short word in a frame, such as the state of a case."""
    toned = f' data-tone="{escape(tone)}"' if tone else ""
    return SafeString(f'<span class="badge"{toned}>{escape(text)}</span>')


@register.simple_tag
@fixed
@functools.lru_cache(maxsize=200)
def icon(name: str, label: str = "") -> SafeString:
    """A drawing from static/ui/icons.svg; silent to screen readers unless it has a label."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="icon" {} viewBox="0 0 16 16"><use href="{}#{}"/></svg>',
        spoken,
        static("ui/icons.svg"),
        name,
    )


@register.filter
def formatted(text: str) -> SafeString:
    """What staff typed, with its bold, italic, bullets, quotes and links."""
    return formatting.formatted(text)


@register.simple_tag
def share_bar(kept: int, broken: int, excused: int = 0) -> SafeString:
    """A bar of kept, broken and excused, drawn to scale; the numbers stand in words beside it."""
    return charts.share_bar(kept=kept, broken=broken, excused=excused)


@register.simple_tag
def meter(share: float, label: str = "") -> SafeString:
    """A bar filled from 0 to 1."""
    return charts.meter(share, label=label)


@register.simple_tag
@fixed
def countdown_words() -> str:
    """The sentences that clock.js and undo.js fill in, as JSON."""
    return json.dumps(wording.templates(), ensure_ascii=False)


@register.simple_tag(takes_context=True)
def places(context: template.Context) -> list[navigation.Shown]:
    """Where this person may go from the masthead."""
    return navigation.shown_to(context.get("user"), path=getattr(context.get("request"), "path", ""))


@register.filter
def has_rare(shown: list[navigation.Shown]) -> bool:
    """Whether some of the places stand behind *More*."""
    return any(place.behind for place in shown)


@register.filter
def initials(name: str) -> str:
    """Up to two letters that stand for a person."""
    words = str(name).split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper() or "?"


@register.filter
def state_word(state: str) -> str:
    """The state of a commitment in words."""
    return wording.states().get(state or "open", state)
