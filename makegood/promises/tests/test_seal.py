"""The ledger is only added to, each entry gets its seal, and whatever is done to it behind our back shows."""

import datetime as dt
import hashlib
import json
import threading
from itertools import pairwise

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from makegood.config import checking
from makegood.events.actions import moment
from makegood.promises import actions as promises
from makegood.promises import guards
from makegood.promises.models import Commitment, LedgerEntry, Salt, Seal, Unsealed
from makegood.promises.verifying import Flaw, verify

MINUTE = dt.timedelta(minutes=1)


def enter(case, reason="", at=None) -> LedgerEntry:
    one = Commitment.objects.about(case.ref).first()
    return LedgerEntry.objects.create(commitment=one, kind="warned", at=at or timezone.now(), reason=reason)


def seal_all(at):
    while promises.seal(at=at):
        pass


def behind_our_back(sql: str, *values) -> None:
    with guards.lifted(connection), connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def sealed(refund, now):
    """Ada's case, with five entries more, all sealed."""
    for number in range(5):
        enter(refund, f"n{number}")
    seal_all(now)
    return refund


def key(position: int):
    field = LedgerEntry._meta.pk
    return field.get_db_prep_value(Seal.objects.get(position=position).entry, connection)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE promises_ledgerentry SET kind = 'kept'",
        "DELETE FROM promises_ledgerentry",
        "UPDATE promises_seal SET position = position + 1",
        "DELETE FROM promises_seal",
    ],
)
def test_the_database_refuses_to_change_ledger_or_seals(sealed, sql):
    with pytest.raises(DatabaseError, match=guards.REFUSAL), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("table", ["promises_ledgerentry", "promises_seal"])
def test_the_database_refuses_to_put_another_row_in_its_place(sealed, table):
    if connection.vendor == "postgresql":
        pytest.skip("PostgreSQL knows no REPLACE; its ON CONFLICT asks the triggers for UPDATE")
    with pytest.raises(DatabaseError, match=guards.REFUSAL), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"REPLACE INTO {table} SELECT * FROM {table}")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["promises_ledgerentry", "promises_seal"])
def test_the_database_refuses_to_empty_them(sealed, table):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite knows no TRUNCATE")
    with pytest.raises(DatabaseError, match=guards.REFUSAL), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")


def test_after_all_migrations_every_guard_stands(db):
    assert guards.missing(connection) == [], "end your migration with guards.install(editor.connection)"


def test_each_entry_is_chained_to_the_one_before(sealed):
    links = list(Seal.objects.order_by("position"))
    assert [link.position for link in links] == list(range(1, LedgerEntry.objects.count() + 1))
    assert bytes(links[0].previous) == bytes(32)
    assert all(bytes(a.digest) == bytes(b.previous) for a, b in pairwise(links))
    assert not Unsealed.objects.exists()
    verdict = verify()
    assert verdict.is_whole
    assert verdict.latest == f"{len(links)}-{bytes(links[-1].digest).hex()}"


def test_anybody_can_compute_a_link_from_its_documentation(sealed):
    link = Seal.objects.get(position=3)
    entry = LedgerEntry.objects.get(pk=link.entry)
    salt = bytes(Salt.objects.get(entry=entry.pk).salt)
    written = json.dumps(
        [
            entry.pk.hex,
            entry.commitment_id.hex,
            entry.kind,
            entry.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            entry.by,
            entry.reason,
            entry.due_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if entry.due_at else "",
        ],
        separators=(",", ":"),
    )
    content = hashlib.sha256(salt + written.encode()).digest()
    chained = b"makegood ledger 1\0" + (3).to_bytes(8, "big") + bytes(link.previous) + entry.pk.bytes + content
    assert bytes(link.digest) == hashlib.sha256(chained).digest()


def test_sealing_again_adds_nothing(sealed, now):
    before = Seal.objects.count()
    assert promises.seal(at=now) == 0
    assert Seal.objects.count() == before


@pytest.mark.parametrize(
    ("sql", "flaw"),
    [
        ("UPDATE promises_ledgerentry SET kind = 'kept' WHERE id = %s", Flaw.CHANGED),
        ("UPDATE promises_ledgerentry SET reason = reason || 'x' WHERE id = %s", Flaw.CHANGED),
        ("DELETE FROM promises_ledgerentry WHERE id = %s", Flaw.GONE),
        ("DELETE FROM promises_salt WHERE entry = %s", Flaw.NO_SALT),
        ("UPDATE promises_salt SET salt = NULL WHERE entry = %s", Flaw.NO_SALT),
        ("UPDATE promises_seal SET content = digest WHERE entry = %s", Flaw.DIGEST),
        ("UPDATE promises_seal SET previous = content WHERE entry = %s", Flaw.PREVIOUS),
    ],
)
def test_the_first_broken_link_is_named(sealed, sql, flaw):
    entry = Seal.objects.get(position=4).entry
    behind_our_back(sql, key(4))
    broken = verify().broken
    assert (broken.position, broken.entry, broken.flaw) == (4, entry, flaw)


def test_a_link_cut_out_is_missed(sealed):
    behind_our_back("DELETE FROM promises_seal WHERE entry = %s", key(2))
    broken = verify().broken
    assert (broken.position, broken.flaw) == (3, Flaw.GAP)


def test_a_tail_cut_off_shows_by_a_seal_that_somebody_noted(sealed):
    last = verify().latest
    position, digest = int(last.split("-")[0]), last.split("-")[1]
    assert verify(noted={position: digest[:8]}).is_whole
    behind_our_back("DELETE FROM promises_seal WHERE entry = %s", key(position))
    broken = verify(noted={position: digest}).broken
    assert (broken.position, broken.flaw) == (position, Flaw.OTHER)


def test_another_history_shows_by_a_seal_that_somebody_noted(sealed):
    broken = verify(noted={2: "00" * 32}).broken
    assert (broken.position, broken.flaw) == (2, Flaw.OTHER)


def test_an_entry_that_never_queued_is_a_stray(sealed):
    with guards.lifted(connection):
        enter(sealed, "smuggled")
    verdict = verify()
    assert (verdict.strays, verdict.is_whole) == (1, False)


def test_a_guard_that_is_gone_is_told(sealed, capsys):
    with guards.lifted(connection):
        assert checking.main([]) == 1
    assert "ledger_keeps_rows is missing" in capsys.readouterr().out


def test_the_command_says_what_is_sealed_and_names_what_is_broken(sealed, capsys):
    count = LedgerEntry.objects.count()
    assert checking.main([]) == 0
    assert f"{count} links are whole, the last is {count}-" in capsys.readouterr().out
    entry = Seal.objects.get(position=4).entry
    behind_our_back("UPDATE promises_ledgerentry SET kind = 'kept' WHERE id = %s", key(4))
    assert checking.main([]) == 1
    told = capsys.readouterr().out
    assert "broken at link 4: the ledger entry was changed" in told
    assert str(entry) in told
    assert sealed.ref in told


def test_a_seal_written_wrongly_is_refused(capsys):
    with pytest.raises(SystemExit):
        checking.main(["--seal", "nonsense"])
    assert "POSITION-DIGEST" in capsys.readouterr().err


def test_erasing_a_person_keeps_the_chain_whole(sealed, owner, now):
    enter(sealed, "not sealed yet")
    erased = promises.erase_salts(sealed.customer, by=owner, at=now + MINUTE)
    assert erased == LedgerEntry.objects.count()
    verdict = verify()
    assert verdict.is_whole
    assert verdict.erased == erased
    one = Salt.objects.first()
    assert (one.salt, one.erased_at, one.erased_by) == (None, now + MINUTE, owner.key)


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_is_committed_late_gets_a_later_place_and_is_not_lost(refund, now):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time, so that nothing commits late")
    seal_all(now)
    begun, go_on = threading.Event(), threading.Event()
    late = []

    def write_slowly():
        with moment():
            late.append(enter(refund, "late").pk)
            begun.set()
            assert go_on.wait(30)
        connection.close()

    writer = threading.Thread(target=write_slowly)
    writer.start()
    assert begun.wait(30)
    quick = enter(refund, "quick").pk
    seal_all(now)
    assert Seal.objects.filter(entry=quick).exists()
    go_on.set()
    writer.join()
    seal_all(now)
    assert Seal.objects.get(entry=late[0]).position > Seal.objects.get(entry=quick).position
    assert late[0] < quick
    assert verify().is_whole


@pytest.mark.django_db(transaction=True)
def test_two_sealers_at_once_make_one_chain(refund, now):
    for number in range(600):
        enter(refund, str(number))
    troubles = []

    def work():
        try:
            seal_all(now)
        except DatabaseError as trouble:
            troubles.append(trouble)
        finally:
            connection.close()

    sealers = [threading.Thread(target=work) for _ in range(3)]
    for sealer in sealers:
        sealer.start()
    for sealer in sealers:
        sealer.join()
    assert not troubles
    verdict = verify()
    assert verdict.is_whole
    assert verdict.sealed == LedgerEntry.objects.count()


def test_the_charter_page_shows_the_latest_seal(client, sealed):
    assert verify().latest in client.get("/charter").content.decode()
