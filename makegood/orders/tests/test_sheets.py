"""Orders in a table: every row is read or answered."""

import csv
import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from makegood.orders import sheets
from makegood.orders.sheets import Reading

HEADER = "Order number,Email,Currency,Date,SKU,Qty,Price,Customer,Deliver by,Warranty"


def read(*lines: str, **how) -> list[sheets.Found]:
    header, *rows = csv.reader([HEADER, *lines])
    return list(sheets.sales(rows, Reading(sheets.guess(header), **how)))


def test_columns_are_known_by_what_they_are_called():
    assert sheets.guess(HEADER.split(",")) == {
        "number": 0, "email": 1, "currency": 2, "placed": 3, "sku": 4, "quantity": 5, "price": 6, "name": 7,
        "promised": 8, "warranty": 9,
    }  # fmt: skip
    assert sheets.missing(sheets.guess(["Email", "SKU"])) == ["number", "currency", "placed", "quantity", "price"]


def test_columns_of_a_shops_own_export_are_known():
    shopify = ["Name", "Email", "Currency", "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price",
               "Lineitem sku", "Total", "Billing Name", "Cancelled at"]  # fmt: skip
    found = sheets.guess(shopify)
    assert sheets.missing(found) == []
    assert (found["number"], found["product"], found["name"], found["cancelled"]) == (0, 5, 9, 10)


def test_rows_with_one_number_are_one_order():
    lamp, shade, other = read(
        "1001,ada@c.example,EUR,2026-06-01,LAMP,1,19.95,Ada,2026-06-05,730",
        "1001,,,,SHADE,2,5.00,,,",
        "1002,jonas@c.example,EUR,2026-06-01,LAMP,1,19.95,,,",
        "",
        "1003,mira@c.example,EUR,2026-06-02T10:00+02:00,LAMP,1,19.95,,,",
    )
    assert [(piece.sku, piece.quantity) for piece in lamp.sale.pieces] == [("LAMP", 1), ("SHADE", 2)]
    assert lamp.sale.worth == Decimal("29.95")
    assert (lamp.first, lamp.last, shade.first, other.first) == (2, 3, 4, 6)


def test_a_bare_day_is_read_in_the_tables_zone_and_promised_until_its_end():
    (found,) = read("1,ada@c.example,EUR,2026-06-01,LAMP,1,1.00,,2026-06-05,", timezone="Europe/Vilnius")
    vilnius = ZoneInfo("Europe/Vilnius")
    assert found.sale.placed_at == dt.datetime(2026, 6, 1, 0, 0, tzinfo=vilnius)
    assert found.sale.promised_at == dt.datetime(2026, 6, 5, 23, 59, tzinfo=vilnius)


def test_faults_are_named_by_row_and_the_others_are_read():
    bad, good = read(
        "1001,ada@c.example,EUR,2026-02-30,LAMP,two,-1,,,",
        "1002,ada@c.example,EUR,2026-06-01,LAMP,1,1.00,,,",
    )
    assert [(row, fault.field, fault.code) for row, fault in bad.faults] == [
        (2, "quantity", "no-quantity"),
        (2, "placed", "no-date"),
        (2, "price", "negative"),
    ]
    assert good.sale is not None


def test_rows_of_one_order_that_disagree_are_named():
    (found,) = read(
        "1001,ada@c.example,EUR,2026-06-01,LAMP,1,1.00,,,",
        "1001,eve@evil.example,EUR,2026-06-01,LAMP,1,1.00,,,",
    )
    assert [(row, fault.field, fault.code) for row, fault in found.faults] == [(3, "email", "another-order")]


def test_day_and_month_are_never_guessed():
    (found,) = read("1,ada@c.example,EUR,03/04/2026,LAMP,1,1.00,,,")
    assert found.faults[0][1].code == "no-date"
    (found,) = read("1,ada@c.example,EUR,03/04/2026,LAMP,1,1.00,,,", dates="dmy")
    assert found.sale.placed_at.month == 4
    (found,) = read('1,ada@c.example,EUR,03/04/2026,LAMP,1,"1.234,50",,,', dates="mdy", decimal=",")
    assert (found.sale.placed_at.month, found.sale.worth) == (3, Decimal("1234.50"))


@given(st.lists(st.lists(st.text(max_size=12), max_size=12), max_size=6))
def test_any_cells_at_all_are_read_or_answered(rows):
    columns = sheets.guess(HEADER.split(","))
    for found in sheets.sales(rows, Reading(columns)):
        assert (found.sale is None) == bool(found.faults)


def test_what_was_delivered_of_each_line_and_the_end_of_support_are_read():
    header = "Order number,Email,Currency,Date,SKU,Qty,Price,Quantity delivered,Delivered,Support,Support until"
    rows = csv.reader(
        [
            "7,ada@c.example,EUR,2026-06-01,LAMP,3,19.95,2,2026-06-04,Gold,2027-06-01",
            "7,,,,BULB,1,2,,,,",
            "8,ada@c.example,EUR,2026-06-01,LAMP,1,19.95,2,,,2026-02-30",
        ]
    )
    good, bad = sheets.sales(rows, Reading(sheets.guess(header.split(",")), timezone="Europe/Vilnius"))
    assert (good.sale.delivered, good.sale.support) == ({"LAMP": 2}, "Gold")
    assert good.sale.support_until == dt.datetime(2027, 6, 1, 23, 59, tzinfo=ZoneInfo("Europe/Vilnius"))
    assert [(row, fault.field, fault.code) for row, fault in bad.faults] == [
        (4, "support_until", "no-date"),
        (4, "delivered_quantity", "more-delivered"),
    ]
