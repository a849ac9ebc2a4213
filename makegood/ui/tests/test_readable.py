"""What cannot be kept is taken out of what was sent; an address for forms, opened by itself, says so."""

from makegood.cases.models import Message


def test_what_was_pasted_with_a_nul_is_kept_without_it(client, hale):
    sent = {"words": "My kettle\0 leaks.", "address": "ada\0@customer.example", "\0": "x"}
    assert client.post(f"/b/{hale.slug}/ask", sent, follow=True).status_code == 200
    assert Message.objects.get().text == "My kettle leaks."


def test_staff_search_and_sign_in_with_one_all_the_same(client, hale, bea):
    answer = client.post("/sign-in/", {"email": "bea\0@hale.example", "password": "correct horse battery"})
    assert answer.status_code == 302
    assert client.get("/search", {"q": "kettle\0"}).status_code == 200


def test_an_address_for_forms_that_is_merely_opened_is_a_page(client, hale, bea):
    client.force_login(bea)
    answer = client.get("/sign-out/")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert "There is nothing to read here" in answer.content.decode()
