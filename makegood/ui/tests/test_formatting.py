"""What staff type is shown formatted where they meant it, and else exactly as they typed it."""

import time

import pytest

from makegood.ui.formatting import formatted

pytestmark = pytest.mark.any_engine

AWAY = 'target="_blank" rel="noopener noreferrer nofollow"'


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**Now** and *then*, _so_.", "<p><strong>Now</strong> and <em>then</em>, <em>so</em>.</p>"),
        ("これは**重要**です。", "<p>これは<strong>重要</strong>です。</p>"),
        ("Bring:\n- pass\n- *photo*\nBea", "<p>Bring:</p><ul><li>pass</li><li><em>photo</em></li></ul><p>Bea</p>"),
        ("> You asked\n> twice\nYes.", "<blockquote><p>You asked<br>twice</p></blockquote><p>Yes.</p>"),
        ("[our page](https://hale.example/a_b_c)", f'<p><a href="https://hale.example/a_b_c" {AWAY}>our page</a></p>'),
        ("One\nmore **line**", "<p>One<br>more <strong>line</strong></p>"),
    ],
)
def test_what_is_meant_is_formatted(typed, shown):
    assert formatted(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "1. December\n2) and the third",
        "#12345 is yours",
        "5*3*2 = 30, and 2 * 3 * 4 is 24",
        "snake_case_name, __init__.py, *.txt and *.pdf, /dev/*/x/*",
        "* * *\n- - -\n--",
        "**not closed, and a *star",
        "[1](see below) [here](javascript:alert) []()",
        "![no key](cid:logo)",
        "`code` ~~no~~\n# heading\n+ 370 600 00000\n-5 degrees",
    ],
)
def test_what_is_not_meant_stays_as_it_was_typed(typed):
    assert formatted(typed).removeprefix("<p>").removesuffix("</p>").replace("<br>", "\n") == typed


def test_an_address_is_one_link_whatever_is_in_it():
    typed = "*See* https://hale.example/_a_/*b* **https://hale.example**"
    assert formatted(typed).count(">https://hale.example/_a_/*b*</a>") == 1
    assert formatted(typed).endswith(">https://hale.example</a></strong></p>")


def test_a_picture_of_ours_is_shown_and_another_is_named():
    ours, theirs = "ab" * 16, "cd" * 16
    shown = formatted(f"See **here** ![a < b](cid:{ours}) and ![gone](cid:{theirs})", {ours: "/files/1"})
    assert shown == '<p>See <strong>here</strong> <img src="/files/1" alt="a &lt; b"> and [gone]</p>'


def test_html_does_not_act():
    shown = formatted('**<img src=x onerror=alert(1)>** [x](https://x.example/"onclick="alert(1))')
    assert "<img" not in shown
    assert ' onclick="' not in shown


@pytest.mark.parametrize(
    "once",
    ["- \n", "a@b.cc *x ", "http://a.b/*x* ", "- x\n", "> \n", "*a "],
    ids=["-", "mail", "web", "item", ">", "*"],
)
def test_eight_times_the_text_takes_some_eight_times_as_long(once):
    assert took(once * 8000) < 30 * took(once * 1000)


def test_so_does_a_long_line_of_spaces():
    assert took("- " + " " * 80_000 + "\n*a*") < 30 * took("- " + " " * 10_000 + "\n*a*")


def took(typed) -> float:
    """Seconds of the processor, at best."""
    times = []
    for _time in range(3):
        since = time.process_time()
        formatted(typed)
        times.append(time.process_time() - since)
    return min(times)
