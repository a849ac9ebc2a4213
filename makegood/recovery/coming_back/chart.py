"""One rate drawn to scale: a point with its interval, and the references as dashed lines. No script, no inline style."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from makegood.recovery.coming_back.rates import AT_ONCE, TREATED_RIGHT, Rate

WIDTH, HEIGHT, POINT = 400, 24, 4


def interval(rate: Rate, *, label: str) -> SafeString:
    """0 % at the left, 100 % at the right; nothing but the references where there are too few to judge."""
    drawn = [
        format_html('<rect data-part="at-once" x="{}" width="{}" height="{}"/>', _x(AT_ONCE[0]),
                    f"{(AT_ONCE[1] - AT_ONCE[0]) * WIDTH:.1f}", HEIGHT),
        format_html('<line data-part="treated-right" x1="{x}" x2="{x}" y1="0" y2="{h}"/>', x=_x(TREATED_RIGHT), h=HEIGHT),
        format_html('<line data-part="axis" x1="0" x2="{}" y1="{y}" y2="{y}"/>', WIDTH, y=HEIGHT - 1),
    ]  # fmt: skip
    bounds = rate.interval
    if bounds is not None:
        middle = HEIGHT // 2
        drawn.append(
            format_html('<line data-part="interval" x1="{}" x2="{}" y1="{y}" y2="{y}"/>', _x(bounds[0]), _x(bounds[1]),
                        y=middle)
        )  # fmt: skip
        drawn.append(format_html('<circle data-part="rate" cx="{}" cy="{}" r="{}"/>', _x(rate.share), middle, POINT))
    inside = format_html_join("", "{}", ((one,) for one in drawn))
    return format_html(
        '<svg class="interval" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>', label, WIDTH, HEIGHT, inside
    )


def _x(share: float) -> str:
    return f"{share * WIDTH:.1f}"
