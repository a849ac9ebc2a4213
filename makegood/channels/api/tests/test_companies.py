"""Programs write companies down, read them, and say who belongs to which."""

from makegood.customers.models import Company


def test_a_company_is_written_down_and_read(ask, refund, ada):
    made = ask("/companies", {"name": "Acme", "domains": ["customer.example"]}).json()
    assert made["people"] == [{"ref": ada.ref, "name": "Ada Byron", "address": "ada@customer.example"}]
    assert ask(f"/companies/{made['ref']}").json() == made
    assert ask("/companies?begins=ac").json()["items"] == [
        {"ref": made["ref"], "name": "Acme", "domains": ["customer.example"]}
    ]
    assert ask(f"/cases?q=company:{made['ref']}").json()["items"][0]["ref"] == refund.ref
    again = ask("/companies", {"name": "acme"})
    assert (again.status_code, again.json()["message"]) == (422, "name: There is a company of this name already.")


def test_a_customer_is_placed(ask, refund, ada):
    ask("/companies", {"name": "Acme"})
    path = f"/customers/{ada.ref}/company"
    assert ask(path, {"company": "acme"}).json()["company"] == Company.objects.get().ref
    assert ask(path, {"company": "nobody"}).status_code == 422
    assert ask(path, {"company": None}).json()["company"] is None
