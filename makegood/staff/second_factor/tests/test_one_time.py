"""Codes by RFC 6238: vectors of its appendix B (SHA-1), of which apps show the last six digits."""

import base64
import datetime as dt
import xml.etree.ElementTree as ET

import pytest

from makegood.staff.second_factor import one_time, recovery_codes

SECRET = base64.b32encode(b"12345678901234567890").decode()
VECTORS = [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037")]


def moment(seconds):
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


@pytest.mark.parametrize(("seconds", "code"), VECTORS)
def test_the_codes_of_the_standard_fit(seconds, code):
    assert one_time.step_of(SECRET, code, at=moment(seconds)) == seconds // 30


@pytest.mark.parametrize(("off", "fits"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_one_step_off(off, fits):
    seconds, code = VECTORS[2]
    assert (one_time.step_of(SECRET, code, at=moment(seconds + off)) is not None) is fits


@pytest.mark.parametrize("written", ["005 924", " 005924 ", "００５９２４"])
def test_blanks_and_full_width_digits_are_read(written):
    assert one_time.step_of(SECRET, written, at=moment(1234567890))


@pytest.mark.parametrize("written", ["", "5924", "005925", "00592٤", "x" * 10_000, "\ud800"])
def test_nonsense_fits_nobody(written):
    assert one_time.step_of(SECRET, written, at=moment(1234567890)) is None


def test_the_picture_is_plain_svg_that_a_strict_policy_shows():
    address = one_time.address(SECRET, name="bea@hale.example", issuer="Hale & Sons")
    drawn = ET.fromstring(one_time.picture(address))
    assert drawn.get("viewBox")
    assert not [element for element in drawn.iter() if element.get("style") or element.tag.endswith("style")]


def test_ten_different_recovery_codes_are_read_however_they_are_written():
    codes = recovery_codes.new()
    assert len(set(codes)) == 10
    first = codes[0]
    kept = recovery_codes.digest(first, of="S-BEA")
    for written in (first.lower(), first.replace("-", ""), f" {first.replace('-', ' ')} ", first.replace("-", "–")):
        assert recovery_codes.digest(written, of="S-BEA") == kept
    assert recovery_codes.digest(first, of="S-EVE") != kept
