import pytest
from django import forms
from django.core.exceptions import BadRequest, PermissionDenied
from django.template import Context, Template
from django.test import Client, RequestFactory

from makegood.ui import charts, errors


class Sign(forms.Form):
    address = forms.EmailField(help_text="As you told us.")


@pytest.mark.django_db
def test_the_gallery_shows_itself_to_anybody(client):
    answer = client.get("/ui/")
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["case", "charter"])
def test_the_whole_pages_are_shown(client, page):
    assert client.get(f"/ui/{page}").status_code == 200


@pytest.mark.django_db
def test_a_visitor_chooses_a_language_and_it_stays(client):
    assert client.post("/ui/language", {"language": "nl", "next": "/ui/"}).status_code == 302
    assert '<html lang="nl"' in client.get("/ui/").content.decode()


def test_a_hint_and_an_error_are_tied_to_their_field():
    html = str(Sign({"address": "nonsense"}))
    assert 'aria-describedby="id_address_helptext id_address_error"' in html or (
        'aria-describedby="id_address_error id_address_helptext"' in html
    )
    assert 'id="id_address_helptext"' in html and 'id="id_address_error"' in html
    assert '<a href="#id_address">' in html  # the summary leads to the field


@pytest.mark.django_db
def test_what_goes_wrong_is_told_kindly_and_with_the_right_number():
    request = RequestFactory().get("/x")
    assert errors.bad_request(request, BadRequest()).status_code == 400
    assert errors.permission_denied(request, PermissionDenied()).status_code == 403
    assert errors.not_found(request, PermissionDenied()).status_code == 404


def test_our_own_fault_is_told_without_asking_the_database():
    answer = errors.server_error(RequestFactory().get("/x"))
    assert answer.status_code == 500
    assert "our fault" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_from_a_page_left_open_too_long_says_so():
    answer = Client(enforce_csrf_checks=True).post("/ui/language", {"language": "nl"})
    assert answer.status_code == 403
    assert "reload the page" in answer.content.decode()


def test_a_bar_says_its_figures():
    bar = charts.share_bar(kept=3, broken=1, excused=0)
    assert 'aria-label="3 kept, 1 broken, 0 excused"' in bar
    assert 'data-state="excused"' not in bar


def test_a_name_is_never_markup():
    shown = Template("{% load ui %}{% icon 'file' label %}").render(Context({"label": '"><script>'}))
    assert "<script>" not in shown
