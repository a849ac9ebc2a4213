"""A signature says who writes, for whom, and nothing that there is not."""

import pytest
from django.urls import reverse

from makegood.brands.signing import signed

pytestmark = pytest.mark.any_engine
BEA = {"brand": "Hale", "name": "Bea", "title": "Repairs", "team": "Support"}


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Hale & Sons\nLondon", "Bea\nRepairs\nHale & Sons\nLondon"),
        ("{name}, {title}\n{team} of {brand}", "Bea, Repairs\nSupport of Hale"),
        ("{name}\n{nobody} {", "Bea\n{nobody} {"),
    ],
)
def test_it_is_filled_in(text, reads):
    assert signed(text, **BEA) == reads


def test_a_line_about_what_there_is_not_is_left_out():
    assert signed("{name}, {title}\n{team}\n{brand}", brand="Hale") == "Hale"
    assert signed("Hale", brand="Hale", name="Bea") == "Bea\nHale"


def test_the_brands_page_shows_it_as_it_would_be(client, hale, owner):
    client.force_login(owner)
    hale.signature = {"en": "{name} of <{team}>"}
    hale.save()
    assert "Olive of &lt;Support&gt;" in client.get(reverse("brand", args=[hale.slug])).content.decode()
