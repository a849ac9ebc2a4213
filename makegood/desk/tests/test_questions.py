"""What the page of a case asks stays the same, whomever it is about."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse


def test_a_customer_without_a_name_costs_one_question_more_for_the_list_beside(client, bea, refund, ada):
    client.force_login(bea)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            shown = client.get(reverse("case", args=[refund.ref]))
        assert "ada@customer.example" in shown.content.decode()
        return len(queries)

    asked()  # the first look is noted
    named = asked()
    ada.name = ""
    ada.save(update_fields=["name"])
    assert asked() == named + 1
