"""Made-up contents for the gallery of components. Not translated: only those who build pages see it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone

PARTS = ("basics", "notices", "forms", "lists", "case", "charter")

ICONS = [
    *("check", "warning", "info", "down", "back", "forward", "globe", "file", "clip", "search", "mail", "phone"),
    *("person", "lock", "clock", "close", "more", "note", "pause", "plus", "reply", "hand", "settings"),
    *("bold", "italic", "bullets", "quote", "link"),
]


class SampleForm(forms.Form):
    name = forms.CharField(help_text="As customers should see it.")
    address = forms.EmailField(label="Support address")
    language = forms.ChoiceField(choices=[("en", "English"), ("lt", "Lietuvių")])
    hours = forms.MultipleChoiceField(
        label="Open on",
        widget=forms.CheckboxSelectMultiple,
        choices=[("mon", "Monday"), ("tue", "Tuesday"), ("wed", "Wednesday")],
        help_text="Promises are clocked on these days.",
    )
    words = forms.CharField(label="What we stand for", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    mails = forms.BooleanField(label="Mail me when a promise is at risk", required=False)


@dataclass(frozen=True)
class Person:
    name: str
    role: str = "lead"
    is_authenticated: bool = True


def people() -> dict[str, Any]:
    """Who looks at the whole pages, and whose they are."""
    return {"user": Person("Bea Lind"), "brand": "Hale & Sons"}


def context(*, wrong: bool) -> dict[str, Any]:
    """Everything ui/gallery.html shows."""
    now = timezone.now()
    return {
        "now": now,
        "parts": [f"ui/gallery/{part}.html" for part in PARTS],
        "form": SampleForm({"address": "nonsense"}) if wrong else SampleForm(),
        "late": now - timedelta(minutes=12, seconds=30),
        "soon": now + timedelta(minutes=38, seconds=30),
        "later": now + timedelta(hours=3, minutes=10, seconds=30),
        "tomorrow": now + timedelta(hours=30),
        "next_week": now + timedelta(days=9),
        "until": now + timedelta(seconds=60),
        "settled": ["kept", "broken", "excused", "paused", "held"],
        "swatches": [
            "surface",
            "raised",
            "sunken",
            "accent",
            "accent-wash",
            "kept",
            "soon",
            "broken",
            "voice",
        ],
        "icons": ICONS,
        "views": [
            {"url": "#1", "label": "Mine", "here": True, "count": 12},
            {"url": "#2", "label": "My team", "count": 48},
            {"url": "#3", "label": "Without owner", "count": 3, "tone": "bad"},
            {"url": "#4", "label": "All open", "count": 1204},
        ],
        "tabs": [
            {"url": "#t1", "label": "Conversation", "here": True},
            {"url": "#t2", "label": "Promises", "count": 4},
            {"url": "#t3", "label": "History"},
        ],
        "rows": [
            {
                "subject": "Third time I ask about my refund",
                "who": "Ada Byron",
                "by": "email",
                "due": now - timedelta(minutes=12, seconds=30),
                "state": "late",
                "here": True,
                "said": "Where is my refund? I have now waited three weeks",
            },
            {
                "subject": "Delivery left in the rain",
                "who": "Jonas Weil",
                "by": "phone",
                "due": now + timedelta(minutes=38, seconds=30),
                "state": "soon",
                "unread": True,
                "said": "The box was soaked through when I came home",
            },
            {
                "subject": "フィルターの交換方法を教えてください",
                "who": "Mira Okafor",
                "by": "chat",
                "due": now + timedelta(hours=3, minutes=10, seconds=30),
                "state": "open",
                "said": "説明書が見つかりません",
            },
            {
                "subject": "Invoice without VAT number",
                "who": "Hale & Sons",
                "by": "portal",
                "due": now + timedelta(hours=30),
                "state": "open",
                "said": "Our bookkeeper asks for it",
            },
        ],
        "days": [
            {
                "day": "Fri 20 Nov",
                "why": "Open 9:00–17:00; received at 15:12",
                "counted": "1 h 48",
                "total": "1 h 48",
                "state": "counted",
            },
            {"day": "Sat 21 Nov", "why": "Closed: weekend", "counted": "–", "total": "1 h 48", "state": ""},
            {
                "day": "Mon 23 Nov",
                "why": "Open 9:00–17:00; due at 11:12",
                "counted": "2 h 12",
                "total": "4 h",
                "state": "counted",
            },
        ],
    }
