"""What we send goes where a person meant it to go, and nowhere else."""

import pytest

from makegood.recovery import posting


@pytest.mark.parametrize(
    "url",
    [
        "http://pay.example/",
        "ftp://pay.example/",
        "file:///etc/passwd",
        "https://",
        "https://user:password@pay.example/",
        "https://pay.example:99999/",
        "https://pay.example:0/",
        "https://pay.example/a b",
        "https://pay.example/\r\nHost: elsewhere",
        "https://[::1",
        "https://пай.example/",
        "http://127.0.0.1.pay.example/",
        "",
    ],
)
def test_what_is_no_address_of_a_payment_system_is_refused_as_it_is_entered(url):
    with pytest.raises(posting.NotThere):
        posting.allowed(url)


@pytest.mark.parametrize("url", ["https://pay.example/refunds?shop=1", "https://10.0.0.7:8443/", "http://127.0.0.1:9/"])
def test_what_may_be_one_is_taken(url):
    assert posting.allowed(url).hostname


@pytest.mark.parametrize(
    "host",
    [
        "169.254.169.254",
        "[fe80::1]",
        "0.0.0.0",
        "[::]",
        "224.0.0.1",
        "[::ffff:169.254.169.254]",
        "240.0.0.1",
        "127.0.0.2",
        "[::ffff:127.0.0.1]",
        "2130706433",
    ],
)
def test_the_networks_own_machinery_and_this_machine_by_another_name_are_never_asked(host):
    with pytest.raises(posting.NotThere):
        posting.post(f"https://{host}/latest/meta-data", b"{}", {})
