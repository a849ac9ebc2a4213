import pytest
from django.urls import reverse


@pytest.mark.any_engine
@pytest.mark.parametrize(("language", "said"), [("en", "No connection"), ("xx", "")])
def test_the_page_without_a_network_is_there_in_each_of_our_languages_and_no_other(client, hale, language, said):
    answer = client.get(f"/offline/{language}.html", headers={"accept-language": "ru"})
    assert answer.status_code == (200 if said else 404)
    assert said in answer.content.decode()
    assert client.get(reverse("worker"), {"language": language}).status_code == answer.status_code


def test_the_worker_keeps_that_page_and_only_files_whose_names_say_what_is_in_them(client, hale):
    script = client.get(reverse("worker"), {"language": "lt"})
    assert "/offline/lt.html" in script.content.decode() and "no-cache" in script["Cache-Control"]
    assert 'const STATIC = "/static/";' in script.content.decode()


def test_only_our_people_are_offered_to_install_it(client, hale, bea):
    assert 'rel="manifest"' not in client.get(reverse("sign-in")).content.decode()
    client.force_login(bea)
    page = client.get(reverse("profile"))
    assert 'rel="manifest"' in page.content.decode()
    assert "worker-src 'self'; manifest-src 'self'" in page["Content-Security-Policy"]
