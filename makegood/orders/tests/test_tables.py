"""A table of orders is taken in piece by piece: every row once, or answered, whatever happens meanwhile."""

import datetime as dt
import io

import pytest

from makegood.brands import actions as brands
from makegood.events.models import Event
from makegood.orders import actions as orders
from makegood.orders.actions import tables
from makegood.orders.models import Order, RowFault, Table, TableState
from makegood.orders.rows import NoTable, Rows, how

HEADER = "order,email,currency,date,sku,qty,price,product,seller\n"


def line(number: int, **changes: str) -> str:
    cells = {
        "order": f"{number}", "email": f"c{number}@customer.example", "currency": "EUR", "date": "2026-05-01",
        "sku": "LAMP", "qty": "1", "price": "19.95", "product": "Desk lamp", "seller": "",
    } | changes  # fmt: skip
    return ",".join(cells.values()) + "\n"


@pytest.fixture
def hand_in(hale, cleo, now, settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    }

    def hand_in(text: str | bytes, name: str = "may.csv") -> Table:
        content = text.encode() if isinstance(text, str) else text
        return orders.hand_in(io.BytesIO(content), name=name, size=len(content), brand=hale, by=cleo, at=now)

    return hand_in


def take_all(table: Table, by, at) -> Table:
    orders.begin(table, by=by, at=at)
    while orders.take_some(at=at):
        pass
    table.refresh_from_db()
    return table


def test_every_order_is_taken_in_and_every_fault_named_by_its_row(hand_in, cleo, now):
    text = HEADER + line(1) + line(2, price="-5") + line(3, currency="EURO", qty="x") + line(4)
    table = take_all(hand_in(text), cleo, now)
    assert (table.state, table.taken, table.refused, table.share) == (TableState.DONE, 2, 2, 1.0)
    assert sorted(Order.objects.values_list("number", flat=True)) == ["1", "4"]
    assert list(table.faults.values_list("row", "field", "code")) == [
        (3, "price", "negative"),
        (4, "quantity", "no-quantity"),
        (4, "currency", "no-currency"),
    ]
    done = Event.objects.get(name="orders.taken_in")
    assert (done.data["taken"], done.data["refused"]) == (2, 2)


def test_a_preview_takes_nothing(hand_in):
    found = orders.preview(hand_in(HEADER + "".join(line(number) for number in range(100))))
    assert len(found) == tables.PREVIEWED
    assert not Order.objects.exists()


def test_it_goes_on_where_it_stood_and_doubles_nothing(hand_in, cleo, now):
    text = HEADER + "".join(line(number, product='"Lamp, ""large""\nand shade"') for number in range(130))
    table = hand_in(text)
    orders.begin(table, by=cleo, at=now)
    assert orders.take_some(at=now) == tables.BATCH
    table.refresh_from_db()
    orders.stop(table, by=cleo, at=now)
    assert orders.take_some(at=now) == 0
    assert Order.objects.count() == table.taken == tables.BATCH
    table = take_all(table, cleo, now)
    assert (Order.objects.count(), table.taken, table.refused) == (130, 130, 0)
    assert Event.objects.filter(name="order.placed").count() == 130


def test_two_workers_with_the_same_piece_take_it_once(hand_in, cleo, now):
    table = hand_in(HEADER + line(1) + line(2))
    orders.begin(table, by=cleo, at=now)
    table.refresh_from_db()
    with table.file.open("rb") as file:
        batch = list(tables._orders(table, file))
    stale = Table.objects.get(pk=table.pk)
    tables._take(table, batch, at=now)
    tables._take(stale, batch, at=now)
    table.refresh_from_db()
    assert (table.taken, Order.objects.count()) == (2, 2)


def test_a_seller_we_do_not_know_is_a_fault_of_that_row_alone(hand_in, cleo, sol, now):
    text = HEADER + line(1, seller="sol@hale.example") + line(2, seller="who@hale.example")
    looked_at = hand_in(text)
    assert [[fault.code for _row, fault in one.faults] for one in orders.preview(looked_at)] == [[], ["no-seller"]]
    table = take_all(looked_at, cleo, now)
    assert Order.objects.get().seller == sol
    assert RowFault.objects.get().code == "no-seller"
    assert table.refused == 1


def test_the_same_table_twice_changes_nothing(hand_in, cleo, now):
    text = HEADER + line(1) + line(2)
    take_all(hand_in(text), cleo, now)
    again = take_all(hand_in(text), cleo, now)
    assert (again.taken, Order.objects.count()) == (2, 2)


def test_brands_with_the_same_numbers_change_nothing_of_each_other(hand_in, hale, support, cleo, now):
    oak = brands.open_brand(
        name="Oak", languages=["en"], timezone="Europe/London", calendar=hale.calendar, teams=[support], by="", at=now
    )
    take_all(hand_in(HEADER + line(1)), cleo, now)
    theirs = hand_in(HEADER + line(1, email="other@customer.example"))
    Table.objects.filter(pk=theirs.pk).update(brand=oak)
    theirs.refresh_from_db()
    take_all(theirs, cleo, now)
    assert set(Order.objects.values_list("brand__name", "customer__contact_points__value")) == {
        ("Hale", "c1@customer.example"),
        ("Oak", "other@customer.example"),
    }


def test_more_than_the_database_holds_is_a_fault_and_stops_no_other_order(hand_in, cleo, now):
    table = take_all(hand_in(HEADER + line(1, qty="1000000", price="99999999999") + line(2)), cleo, now)
    assert (table.state, table.taken, table.refused) == (TableState.DONE, 1, 1)
    assert [(fault.field, fault.code) for fault in table.faults.all()] == [("total", "no-amount")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257"])
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_tables_of_spreadsheets_are_read_as_they_are(hand_in, hale, cleo, now, encoding, delimiter):
    hale.languages = ["lt", "en"]
    price = "19,95" if delimiter == ";" else "19.95"
    cells = ["1", "z@c.example", "EUR", "2026-05-01", "LEMPA", "1", price, "Žalia šviesa, ąžuolinė kojelė"]
    head = ["order", "email", "currency", "date", "sku", "qty", "price", "product"]
    table = take_all(hand_in("\r\n".join(delimiter.join(row) for row in (head, cells)).encode(encoding)), cleo, now)
    assert (table.taken, table.refused) == (1, 0)
    order = Order.objects.get()
    assert (str(order.total), order.lines.get().product.name) == ("19.950", "Žalia šviesa, ąžuolinė kojelė")


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.4 x\n", b"one column\n1\n"])
def test_what_is_no_table_is_refused(hand_in, content):
    with pytest.raises(NoTable):
        hand_in(content)


def test_a_table_without_a_needed_column_is_not_begun(hand_in, cleo, now):
    table = hand_in("order,email\n1,a@c.example\n")
    with pytest.raises(ValueError, match="columns"):
        orders.begin(table, by=cleo, at=now)


def test_an_order_of_endless_rows_is_one_fault(hand_in, cleo, now):
    table = take_all(hand_in(HEADER + line(1) * 1_500 + line(2)), cleo, now)
    assert (table.taken, table.refused) == (1, 1)
    assert RowFault.objects.get().code == "too-many-rows"


def test_a_file_that_is_gone_stops_the_table_and_says_so(hand_in, cleo, now):
    table = hand_in(HEADER + line(1))
    table.file.storage.delete(table.file.name)
    table = take_all(table, cleo, now)
    assert table.state == TableState.STOPPED
    assert "FileNotFoundError" in table.trouble


def test_a_table_is_forgotten_with_its_file_and_faults_and_its_orders_stay(hand_in, cleo, now):
    table = take_all(hand_in(HEADER + line(1) + line(2, price="-5")), cleo, now)
    running = hand_in(HEADER + line(3))
    orders.begin(running, by=cleo, at=now)
    assert orders.forget_tables(at=now + tables.KEPT) == 0
    assert orders.forget_tables(at=now + tables.KEPT + dt.timedelta(seconds=1)) == 1
    assert list(Table.objects.all()) == [running]
    assert not table.file.storage.exists(table.file.name)
    assert not RowFault.objects.exists()
    assert Order.objects.get().number == "1"


def test_rows_are_read_from_any_place(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes('a,b\n"x\ny",1\nž,2\n'.encode())
    with path.open("rb") as file:
        encoding, delimiter = how(path.read_bytes())
        rows = Rows(file, encoding=encoding, delimiter=delimiter)
        ends = [(row, rows.at) for row in rows]
        assert [row for row, _end in ends] == [["a", "b"], ["x\ny", "1"], ["ž", "2"]]
        for number, (_row, end) in enumerate(ends):
            again = list(Rows(file, encoding=encoding, delimiter=delimiter, offset=end))
            assert again == [row for row, _end in ends[number + 1 :]]
