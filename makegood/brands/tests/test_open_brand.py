import pytest
from django.http import Http404
from django.urls import reverse

from makegood.brands import actions as brands
from makegood.brands.choosing import brand_of
from makegood.brands.models import Brand, Organisation
from makegood.events.models import Event
from makegood.events.refusals import Refusal


def open_brand(hale, now, **changes):
    terms = {"name": "Žalia žolė", "languages": ["lt", "en"], "timezone": "Europe/Vilnius", "calendar": hale.calendar}
    return brands.open_brand(**(terms | changes), by="S-OLIVE", at=now)


def test_a_brand_speaks_its_languages_and_falls_back_to_its_first(hale, now):
    brand = open_brand(hale, now)
    assert (brand.language, brand.speaks("en"), brand.speaks("ja")) == ("lt", "en", "lt")
    event = Event.objects.about(brand.key).get()
    assert (event.name, event.facets) == ("brand.opened", {"brand": brand.key})


def test_every_brand_has_a_short_name_of_its_own(hale, now):
    assert [open_brand(hale, now).slug, open_brand(hale, now).slug] == ["zalia-zole", "zalia-zole-2"]
    assert [open_brand(hale, now, name="日本").slug, open_brand(hale, now, name="東京").slug] == ["brand", "brand-2"]
    assert open_brand(hale, now, name="New").slug == "new-2"
    assert len(open_brand(hale, now, name="x" * 120).slug) <= 40


@pytest.mark.parametrize("wrong", [{"name": " "}, {"languages": []}, {"languages": ["xx"]}, {"timezone": "Mars"}])
def test_nonsense_is_refused(hale, now, wrong):
    with pytest.raises(Refusal):
        open_brand(hale, now, **wrong)


def test_two_brands_cannot_stand_under_one_host(hale, now):
    open_brand(hale, now, host="Help.Example.com")
    with pytest.raises(Refusal, match=r"help\.example\.com"):
        open_brand(hale, now, host="help.example.com")


def test_an_installation_is_set_up_once(hale, now):
    with pytest.raises(Refusal, match="already set up"):
        brands.found_organisation(name="Eve & Co", country="GB", at=now)
    assert Organisation.objects.get().name == "Hale & Sons"


def test_a_public_page_speaks_for_the_brand_in_its_path_else_of_its_host_else_the_first(hale, now, rf, settings):
    settings.ALLOWED_HOSTS = ["*"]
    green = open_brand(hale, now, host="zole.example")
    assert brand_of(rf.get("/charter")) == hale
    assert brand_of(rf.get("/charter", HTTP_HOST="zole.example:8000")) == green
    assert brand_of(rf.get("/b/zalia-zole/charter")) == green
    assert brand_of(rf.get("/b/hale/", HTTP_HOST="zole.example")) == hale
    with pytest.raises(Http404):
        brand_of(rf.get("/b/nobody/charter"))


FORM = {"name": "Green", "language": "lt", "languages": ["en"], "timezone": "Europe/Vilnius", "host": ""}


def test_an_administrator_opens_and_changes_a_brand(client, hale, owner, support):
    client.force_login(owner)
    form = FORM | {"calendar": str(hale.calendar.pk), "teams": [str(support.pk)]}
    answer = client.post(reverse("brand-new"), form)
    brand = Brand.objects.get(slug="green")
    assert answer["Location"] == reverse("brand", args=["green"])
    assert brand.languages == ["lt", "en"]
    page = client.get(reverse("brand", args=["green"])).content.decode()
    assert "Formal signature (Lietuvių)" in page
    changed = form | {"signature_lt": "Su pagarba", "host": "zole.example", "tone": "formal"}
    client.post(reverse("brand", args=["green"]), changed)
    brand.refresh_from_db()
    assert (brand.signature, brand.host, brand.greets) == ({"lt": "Su pagarba"}, "zole.example", False)
    assert brand.signed("lt") == "Su pagarba"
    assert brand.signed("en") == ""
    assert "zole.example" in client.get(reverse("brands")).content.decode()


@pytest.mark.parametrize("host", ["https://x.example", "x y", "a_b.example", "-x.example", "x" * 121])
def test_a_host_name_is_only_that(client, hale, owner, support, host):
    client.force_login(owner)
    form = FORM | {"calendar": str(hale.calendar.pk), "teams": [str(support.pk)], "host": host}
    assert "host" in client.post(reverse("brand-new"), form).context["form"].errors


def test_the_organisation_can_be_renamed(client, hale, owner):
    client.force_login(owner)
    client.post(reverse("organisation"), {"name": "Hale & Daughters", "country": "NL"})
    organisation = Organisation.objects.get()
    assert (organisation.name, organisation.country) == ("Hale & Daughters", "NL")
