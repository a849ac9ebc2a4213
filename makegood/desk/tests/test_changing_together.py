"""Two who change one thing at the same time: each writes what they changed, and neither writes over the other unseen."""

import json
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from makegood.cases import actions as cases
from makegood.cases.actions import checklists, fields, kinds, problems, skills, tasks, viewing
from makegood.cases.models import FieldType, Problem, Template
from makegood.cases.models.views import Reach
from makegood.customers import actions as customers
from makegood.desk.tests.opened import opened
from makegood.events.as_read import ChangedMeanwhile


@pytest.fixture
def flicker(hale, bea, now):
    told = problems.Description("Lamps flicker", known="Since May.", workaround="Turn it off and on.")
    return problems.open_problem(told, by=bea, at=now)


@pytest.fixture
def thanks(hale, cleo, now):
    texts = {"en": "Thank you.", "lt": "Ačiū."}
    return cases.save_template(None, name="Thanks", texts=texts, brand=hale, does={}, by=cleo, at=now)


@pytest.fixture
def at_desk(client, owner):
    client.force_login(owner)
    return client


@pytest.fixture
def description(flicker):
    return reverse("problem-description", args=[flicker.ref])


def test_what_two_know_of_a_problem_stands_there_from_both(at_desk, flicker, description):
    bea, cleo = opened(at_desk, description), opened(at_desk, description)
    at_desk.post(description, bea | {"known": ["It is the new ballast."]})
    at_desk.post(description, cleo | {"workaround": ["We send a new lamp."], "state": ["mending"]})
    flicker.refresh_from_db()
    assert flicker.known == "It is the new ballast."
    assert (flicker.workaround, flicker.state) == ("We send a new lamp.", "mending")


def test_who_changes_the_same_words_sees_both_and_decides(at_desk, flicker, description):
    bea, cleo = opened(at_desk, description), opened(at_desk, description)
    at_desk.post(description, bea | {"known": ["It is the\r\nnew <ballast>."]})
    answer = at_desk.post(description, cleo | {"known": ["It is the wire."], "title": ["Lamps flicker at night"]})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "A colleague changed this meanwhile" in page
    assert '<span class="theirs" dir="auto">It is the\nnew &lt;ballast&gt;.</span>' in page
    assert "It is the wire.</textarea>" in page
    assert 'value="Lamps flicker at night"' in page
    flicker.refresh_from_db()
    assert (flicker.known, flicker.title) == ("It is the\nnew <ballast>.", "Lamps flicker")
    # What came back carries what was seen: pressed once more, it is meant so.
    read = unescape(page.split('name="as_read" value="')[1].split('"')[0])
    assert json.loads(read)["known"] == ["It is the\nnew <ballast>."]
    at_desk.post(description, cleo | {"known": ["It is the wire."], "as_read": [read]})
    flicker.refresh_from_db()
    assert flicker.known == "It is the wire."


def test_both_wrote_the_same_which_is_no_trouble(at_desk, flicker, description):
    bea, cleo = opened(at_desk, description), opened(at_desk, description)
    for sent in (bea, cleo):
        assert at_desk.post(description, sent | {"known": ["It is the wire."]}).status_code == 302


@pytest.mark.parametrize("read", ["", "[", "[]", "{}", '{"known": 7}', '{"known": [null]}'])
def test_a_form_that_carries_nonsense_is_saved_or_refused_and_never_fails(at_desk, flicker, description, read):
    sent = opened(at_desk, description) | {"known": ["It is the wire."], "as_read": [read]}
    assert at_desk.post(description, sent).status_code in (302, 422)


def test_a_problem_that_changed_after_it_was_read_is_not_written_over(flicker, bea, cleo, now):
    read = Problem.objects.get(pk=flicker.pk)
    problems.save_problem(flicker, problems.Description("Lamps flicker", known="The ballast."), by=bea, at=now)
    told = problems.Description("Lamps flicker", workaround="A new lamp.")
    with pytest.raises(ChangedMeanwhile):
        problems.save_problem(read, told, by=cleo, at=now, only_as_read=True)


def test_a_template_gets_a_language_and_other_words_at_once(at_desk, thanks):
    address = reverse("template", args=[thanks.pk])
    cleo, other = opened(at_desk, address), opened(at_desk, address)
    at_desk.post(address, cleo | {"text_en": ["Thank you very much."]})
    at_desk.post(address, other | {"text_lt": ["Labai ačiū."], "text_nl": ["Dank u."]})
    thanks.refresh_from_db()
    assert thanks.texts == {"en": "Thank you very much.", "lt": "Labai ačiū.", "nl": "Dank u."}


def test_a_template_that_changed_or_went_after_it_was_read_is_not_written_over(thanks, hale, cleo, now):
    read = Template.objects.get(pk=thanks.pk)
    cases.save_template(thanks, name="Thanks", texts={"en": "Thank you!"}, brand=hale, by=cleo, at=now)
    with pytest.raises(ChangedMeanwhile):
        cases.save_template(read, name="Thanks", texts={"en": "Ta."}, brand=hale, by=cleo, at=now)
    read = Template.objects.get(pk=thanks.pk)
    cases.delete_template(thanks, by=cleo, at=now)
    with pytest.raises(ChangedMeanwhile):
        cases.save_template(read, name="Thanks", texts={"en": "Ta."}, brand=hale, by=cleo, at=now)
    assert not Template.objects.exists()


def kind(hale, owner, now):
    made = kinds.add("Repair", names={"lt": "Taisymas"}, by=owner, at=now)
    return made, reverse("kind", args=[made.pk]), {"name": ["Mending"]}, {"name_nl": ["Reparatie"]}


def public_form(hale, owner, now):
    made = kinds.add("Repair", names={}, by=owner, at=now)
    return made, reverse("kind-form", args=[made.pk]), {"introduction": ["Tell us."]}, {"name_nl": ["Reparatie"]}


def field(hale, owner, now):
    choices, of = ["Red", "Blue"], [kinds.add("Repair", names={}, by=owner, at=now)]
    made = fields.add(fields.Look("Colour", FieldType.CHOICE, choices=choices, kinds=of), by=owner, at=now)
    return made, reverse("field", args=[made.pk]), {"choices": ["Red\r\nBlue\r\nGreen"]}, {"help": ["Of the lamp."]}


def skill(hale, owner, now):
    of = [kinds.add("Repair", names={}, by=owner, at=now)]
    made = skills.add(skills.Look("Lamps", kinds=of, brands=[hale]), by=owner, at=now)
    return made, reverse("skill", args=[made.pk]), {"brands": []}, {"name_nl": ["Lampen"]}


def contractor(hale, owner, now):
    said = {"name": "Plumber", "address": "office@plumber.example", "language": "en", "answer_days": 2}
    made = tasks.save_contractor(None, **said, brands=[hale], by=owner, at=now)
    return made, reverse("contractor", args=[made.pk]), {"name": ["The plumber"]}, {"answer_days": ["3"]}


def company(hale, owner, now):
    made = customers.add_company(name="Acme", domains=["acme.example"], by=owner, at=now)
    return made, reverse("company-record", args=[made.ref]), {"name": ["Acme Ltd"]}, {"domains": ["acme.test"]}


def view(hale, owner, now):
    look = viewing.Look("Lamps", "status:open", "newest", ("customer", "owner"), Reach.ALL)
    made = viewing.save_view(None, look, by=owner, at=now)
    return made, reverse("saved-view", args=[made.pk]), {"text": ["status:waiting"]}, {"name": ["All lamps"]}


def playbook(hale, owner, now):
    made = checklists.save_playbook(None, name="Return", steps=["Look", "Pay"], team=None, by=owner, at=now)
    return made, reverse("playbook", args=[made.pk]), {"steps": ["Look\r\nWrite\r\nPay"]}, {"in_turn": ["on"]}


def brand(hale, owner, now):
    return hale, reverse("brand", args=[hale.slug]), {"signature_en": ["{name}, Hale"]}, {"host": ["help.hale.example"]}


def hours(hale, owner, now):
    address = reverse("calendar-versions", args=[hale.calendar.pk])
    return hale, address, {"day_0": ["10:00–17:00"]}, {"day_4": ["09:00–15:00"]}


ALL = (hours, kind, public_form, field, skill, contractor, company, view, playbook, brand)


@pytest.mark.parametrize("make", ALL)
def test_what_each_of_two_changed_stands_there(at_desk, hale, owner, make):
    _made, address, first, second = make(hale, owner, timezone.now())
    one, other = opened(at_desk, address), opened(at_desk, address)
    assert at_desk.post(address, one | first).status_code == 302
    assert at_desk.post(address, other | second).status_code == 302
    stands = opened(at_desk, address)
    assert {name: stands.get(name, []) for name in first | second} == first | second
    untouched = set(one) - set(first | second) - {"csrfmiddlewaretoken", "as_read"}
    assert {name: stands[name] for name in untouched} == {name: one[name] for name in untouched}


@pytest.mark.parametrize("make", ALL)
def test_a_form_carries_what_a_browser_sends_of_it_untouched(at_desk, hale, owner, make):
    _made, address, _first, _second = make(hale, owner, timezone.now())
    sent = opened(at_desk, address)
    read = {name: values for name, values in json.loads(sent.pop("as_read")[0]).items() if values}
    sent.pop("csrfmiddlewaretoken")
    told = {name: sorted(value.replace("\r\n", "\n") for value in values if value) for name, values in sent.items()}
    assert read == {name: values for name, values in told.items() if values}
