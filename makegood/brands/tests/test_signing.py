"""A signature says who writes, for whom, in the tone in which the customer is addressed, and nothing that there is not."""

import pytest
from django.urls import reverse

from makegood.brands.models import Brand
from makegood.brands.signing import signed

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


def test_each_tone_has_its_own_and_an_empty_one_falls_back_to_the_other():
    hale = Brand(
        name="Hale", languages=["en", "nl"], signature={"en": "Yours faithfully", "nl": "Hoogachtend"},
        friendly_signature={"en": "Cheers", "lt": "Iki"},
    )  # fmt: skip
    assert (hale.signed("en"), hale.signed("en", "friendly")) == ("Yours faithfully", "Cheers")
    assert (hale.signed("nl", "friendly"), hale.signed("lt", "formal")) == ("Hoogachtend", "Iki")
    hale.tone = "friendly"
    assert (hale.signed("en"), hale.signed("en", "formal")) == ("Cheers", "Yours faithfully")
    assert hale.signed_by("ja") == "Cheers"
    assert Brand(name="Hale").signed_by("en") == "Hale"


def test_an_administrator_gives_a_brand_two_tones(client, hale, owner):
    client.force_login(owner)
    page = reverse("brand", args=[hale.slug])
    kept = client.get(page).context["form"].initial
    form = {name: kept[name] for name in ("name", "language", "languages", "timezone", "host", "greets")}
    form |= {"calendar": hale.calendar.pk, "teams": [team.pk for team in hale.teams.all()]}
    form |= {"signature_nl": "Hoogachtend", "friendly_signature_nl": "Groetjes, {name}", "tone": "friendly"}
    assert client.post(page, form).status_code == 302
    hale.refresh_from_db()
    assert (hale.signature, hale.friendly_signature, hale.tone) == (
        {"nl": "Hoogachtend"}, {"nl": "Groetjes, {name}"}, "friendly",
    )  # fmt: skip
    shown = client.get(page).content.decode()
    assert "Groetjes, Olive" in shown
    assert shown.index("Groetjes, Olive") < shown.index("Olive\nHoogachtend")
    assert client.post(page, form | {"tone": "rude"}).context["form"].errors["tone"]
