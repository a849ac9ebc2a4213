import pytest

from makegood.customers.addresses import domain_of, fold, shown


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Ada@Example.ORG", "ada@example.org"),
        ("<ada+news@example.org>", "ada+news@example.org"),
        ("ada@žuvis.lt", "ada@xn--uvis-kbb.lt"),
        ("ada@example.org.", "ada@example.org"),
        ("Å@ÅNGSTRÖM.example", "å@xn--ngstrm-hua5l.example"),
        ("a b\u200b@example.org", "ab@example.org"),
        ("nobody", "nobody"),
        ("", ""),
    ],
)
def test_one_mailbox_is_one_address(written, kept):
    assert fold(written) == kept
    assert fold(kept) == kept


def test_people_read_their_own_letters():
    assert shown(fold("ada@žuvis.lt")) == "ada@žuvis.lt"
    assert shown("ada@xn--\x00.lt") == "ada@xn--\x00.lt"


def test_the_domain_is_what_stands_behind_the_last_at():
    assert domain_of("Ada@Example.org") == "example.org"
    assert domain_of("MAILER-DAEMON") == ""
