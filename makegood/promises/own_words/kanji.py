"""Figures that Japanese writes in kanji before a counter: 三営業日, 午後二時半, 十二月二十五日."""

import re

ONES = "一二三四五六七八九"
COUNTED = re.compile(
    rf"(?=[{ONES}十])([{ONES}]?十)?([{ONES}])?(?=営業日|稼働日|日|時|分|週間|[かヶカヵケ箇]月|月(?!曜))"
)


def in_figures(text: str) -> str:
    """The text with those numbers in figures."""
    return COUNTED.sub(_figures, text)


def _figures(found: re.Match[str]) -> str:
    tens, ones = found[1] or "", found[2] or ""
    value = 10 * (ONES.find(tens[0]) + 1 or 1) if tens else 0
    return str(value + ONES.find(ones) + 1 if ones else value)
