"""Small charts as SVG from the server: no script, no inline style. Each stands beside its figures."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

WIDTH, HEIGHT, GAP = 1000, 8, 3


def share_bar(*, kept: int, broken: int, excused: int) -> SafeString:
    """A stacked bar of counts, WIDTH units wide; an empty one where nothing has fallen due yet."""
    label = _("%(kept)d kept, %(broken)d broken, %(excused)d excused") % {
        "kept": kept,
        "broken": broken,
        "excused": excused,
    }
    total = kept + broken + excused
    pieces: list[tuple[str, str, str]] = []
    at = 0.0
    for state, count in (("kept", kept), ("broken", broken), ("excused", excused)):
        if count:
            width = count / total * WIDTH
            pieces.append((state, f"{at:.1f}", f"{max(width - GAP, 1):.1f}"))
            at += width
    drawn = format_html_join(
        "",
        '<rect data-state="{}" x="{}" width="{}" height="' + str(HEIGHT) + '"/>',
        pieces or [("none", "0", str(WIDTH))],
    )
    return format_html(
        '<svg class="share-bar" role="img" aria-label="{}" viewBox="0 0 {} {}" preserveAspectRatio="none">{}</svg>',
        label,
        WIDTH,
        HEIGHT,
        drawn,
    )


def meter(share: float, *, label: str) -> SafeString:
    """A bar filled to `share` (0 to 1; what is outside is cut)."""
    filled = min(max(share, 0.0), 1.0) * WIDTH
    spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="meter" {} viewBox="0 0 {w} {h}" preserveAspectRatio="none">'
        '<rect data-part="all" width="{w}" height="{h}"/>'
        '<rect data-part="filled" width="{f}" height="{h}"/></svg>',
        spoken,
        w=WIDTH,
        h=HEIGHT,
        f=f"{filled:.1f}",
    )
