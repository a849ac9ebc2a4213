import pytest

from makegood.brands.models import Brand, Organisation
from makegood.staff.models import User
from makegood.welcome import code, guesses

FORM = {
    "organisation": "Hale & Sons",
    "address": "help@hale.example",
    "language": "nl",
    "languages": ["en", "nl"],
    "country": "NL",
    "timezone": "Europe/Amsterdam",
    "day_0": "9-17",
    "day_5": "10:00–12:00, 13:00–14:00",
    "owner_name": "Olive Hale",
    "owner_email": "Olive@hale.example",
    "password": "correct horse battery",
}


@pytest.fixture(autouse=True)
def data_directory(settings, tmp_path, db):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def let_in(client):
    client.post("/welcome/code", {"code": code.current()})
    return client


def test_a_fresh_installation_leads_every_page_to_the_first_visit(client):
    assert client.get("/")["Location"] == "/welcome"
    page = client.get("/welcome").content.decode()
    assert "One-time code" in page
    assert code.current() not in page


def test_without_the_code_nobody_sets_anything_up(client):
    assert "One-time code" in client.post("/welcome", FORM).content.decode()
    assert client.post("/welcome/code", {"code": "WRONG"}).status_code == 400
    client.post("/welcome", FORM)
    client.post("/welcome/demo")
    assert not Organisation.objects.exists()


def test_the_code_may_be_tried_five_times_a_minute_by_everyone_together(client):
    for number in range(5):
        assert client.post("/welcome/code", {"code": "x"}, REMOTE_ADDR=f"203.0.113.{number}").status_code == 400
    assert client.post("/welcome/code", {"code": code.current()}).status_code == 429


def test_the_code_may_be_typed_as_it_is_read(client):
    current = code.current()
    answer = client.post("/welcome/code", {"code": f" {current[:4].lower()}-{current[4:]} "})
    assert answer["Location"] == "/welcome"
    assert "Set up Makegood" in client.get("/welcome").content.decode()


def test_the_form_guesses_what_it_can(let_in):
    page = let_in.get("/welcome", headers={"Accept-Language": "lt-LT,lt;q=0.9,en;q=0.5"})
    initial = page.context["form"].initial
    assert (initial["language"], initial["country"], initial["timezone"]) == ("lt", "LT", "Europe/Vilnius")
    assert initial["day_0"] == [["09:00", "17:00"]]
    assert initial["day_6"] == []
    assert "data-time-zone" in page.content.decode()


def test_one_form_founds_the_organisation_and_lets_the_owner_in(let_in):
    answer = let_in.post("/welcome", FORM)
    assert answer["Location"] == "/"
    owner, brand = User.objects.get(), Brand.objects.get()
    assert let_in.session["_auth_user_id"] == str(owner.pk)
    assert (owner.email, owner.language, owner.timezone) == ("olive@hale.example", "nl", "Europe/Amsterdam")
    assert (brand.name, brand.languages) == ("Hale & Sons", ["nl", "en"])
    week = brand.calendar.versions.get().weekly
    assert week == {"0": [["09:00", "17:00"]], "5": [["10:00", "12:00"], ["13:00", "14:00"]]}
    assert code.current() is None


def test_afterwards_the_first_visit_is_over_for_everyone(let_in, client):
    current = code.current()
    let_in.post("/welcome", FORM)
    client.logout()
    assert client.get("/welcome")["Location"] == "/"
    assert client.post("/welcome/code", {"code": current})["Location"] == "/"
    assert client.post("/welcome", FORM | {"organisation": "Eve & Co"})["Location"] == "/"
    assert Organisation.objects.get().name == "Hale & Sons"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"organisation": ""}, "organisation"),
        ({"address": "help"}, "address"),
        ({"owner_email": "help@hale.example"}, "owner_email"),
        ({"password": "short"}, "password"),
        ({"timezone": "Mars"}, "timezone"),
        ({"country": "ZZ"}, "country"),
        ({"language": "xx"}, "language"),
        ({"day_0": "17-9"}, "day_0"),
        ({"day_0": "", "day_5": ""}, "day_0"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_half_done(let_in, wrong, field):
    answer = let_in.post("/welcome", FORM | wrong)
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {field, "password"}
    assert not Organisation.objects.exists()
    assert not User.objects.exists()


def test_guesses_are_modest():
    assert guesses.country_of("en-GB,en;q=0.9") == "GB"
    assert guesses.country_of("*,,;q=,zz-ZZ") == ""
    assert guesses.country_at("Asia/Tokyo") == "JP"
    assert guesses.country_at("UTC") == guesses.country_at("") == ""
    assert (guesses.time_zone_in("LT"), guesses.time_zone_in("US"), guesses.time_zone_in("")) == (
        "Europe/Vilnius",
        "UTC",
        "UTC",
    )
