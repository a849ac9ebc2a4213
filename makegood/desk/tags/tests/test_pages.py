"""Tags on the pages: on a case, on rows, and the list that administrators keep."""

import pytest
from django.urls import reverse

from makegood.cases.actions import tags
from makegood.cases.models import Case, Tag


@pytest.fixture
def at_desk(client, bea):
    client.force_login(bea)
    return client


def names(case) -> list[str]:
    return Case.objects.get(pk=case.pk).tag_names


def shown(client, case) -> str:
    return client.get(reverse("case", args=[case.ref])).content.decode()


def test_a_line_of_tags_is_put_on_and_one_taken_off(at_desk, refund):
    where = reverse("case-tags", args=[refund.ref])
    at_desk.post(where, {"add": "harbour bank, angry,"})
    page = shown(at_desk, refund)
    assert '<span dir="auto">harbour bank</span>' in page
    assert "Bea added the tag harbour bank" in page
    at_desk.post(where, {"off": "angry"})
    assert names(refund) == ["harbour bank"]
    assert "Bea took the tag angry off" in shown(at_desk, refund)


def test_what_is_no_tag_is_told_and_nothing_typed_is_lost(at_desk, refund):
    answer = at_desk.post(reverse("case-tags", args=[refund.ref]), {"add": "bank, " + "x" * 41})
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "at most 40 letters" in told
    assert "bank, xxx" in told
    assert names(refund) == []


def test_rows_show_tags_by_no_more_questions(at_desk, refund, bea, now, django_assert_max_num_queries):
    tags.put_on(refund, ["<b>bank"], by=bea, at=now)
    with django_assert_max_num_queries(14):
        assert '<span class="tag" dir="auto">&lt;b&gt;bank</span>' in at_desk.get("/").content.decode()


def test_tags_are_offered_for_what_stands_behind_the_last_comma(at_desk, refund, bea, now):
    tags.put_on(refund, ["bank", "Bankruptcy", "late"], by=bea, at=now)
    offered = at_desk.get(reverse("tags-offered"), {"add": "late, BAN"}).content.decode()
    assert 'value="late, bank"' in offered
    assert 'value="late, Bankruptcy"' in offered
    assert at_desk.get(reverse("tags-offered"), {"add": ""}).content.decode().count("<option") == 3


def test_an_administrator_renames_merges_and_removes(client, owner, refund, now):
    client.force_login(owner)
    bank, late = tags.put_on(refund, ["bank", "late"], by=owner, at=now)
    assert "On 1 case" in client.get(reverse("tags")).content.decode()
    client.post(reverse("tag", args=[bank.pk]), {"name": "Harbour"})
    assert names(refund) == ["Harbour", "late"]
    assert "already" in client.post(reverse("tag", args=[bank.pk]), {"name": "late"}).content.decode()
    nobody = client.post(reverse("tag-merging", args=[bank.pk]), {"into": "nobody"})
    assert "There is no tag called “nobody”." in nobody.content.decode()
    client.post(reverse("tag-merging", args=[bank.pk]), {"into": "LATE"})
    assert names(refund) == ["late"]
    assert "Harbour" in client.get(reverse("tag", args=[late.pk])).content.decode()
    client.post(reverse("tag-removal", args=[late.pk]))
    assert names(refund) == []
    assert client.get(reverse("tag", args=[bank.pk])).status_code == 404
    assert client.get(reverse("tag", args=[late.pk])).status_code == 404
    assert "No tag here" in client.get(reverse("tags")).content.decode()


def test_the_list_goes_on_page_by_page(client, owner, refund, now):
    client.force_login(owner)
    Tag.objects.bulk_create(Tag(name=f"n{number:03}", key=f"n{number:03}") for number in range(60))
    first = client.get(reverse("tags")).content.decode()
    assert ("n000" in first, "n050" in first) == (True, False)
    second = client.get(reverse("tags"), {"after": "n049"}).content.decode()
    assert ("n049" in second, "n050" in second, "n059" in second) == (False, True, True)
    assert "n049" not in client.get(reverse("tags"), {"begins": "N05"}).content.decode()
