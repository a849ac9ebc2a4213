"""`kill -9` of any process at any step: what was acknowledged is there once, what was promised to leave has left.

Real processes, real SMTP on both sides, an agent at the API, and a mail server outside that fails too.
"""

import json
import random
import time
from collections import Counter
from collections.abc import Callable

import pytest
from aiosmtpd.controller import Controller

from tests.faults.killing import Agent, Busy, Customers, Parts, World, is_up, tokens_in
from tests.serving import Makegood, free_port, serving

PASSWORD = "correct horse battery"
LIMITS = ("MAKEGOOD_GREETINGS_PER_ADDRESS", "MAKEGOOD_GREETINGS_PER_DOMAIN", "MAKEGOOD_GREETINGS_IN_ALL")
FOUNDED = (
    "setup", "--organisation", "Hale & Sons", "--brand", "Hale", "--address", "support@hale.example",
    "--owner", "olive@hale.example", "--password-stdin", "--country", "LT",
)  # fmt: skip
QUIET_WITHIN = 600.0


@pytest.mark.parametrize(("kills", "seed"), [(10, 1), pytest.param(200, 2, marks=pytest.mark.soak)])
def test_killed_at_any_step_nothing_is_lost_and_nothing_doubled(kills, seed):
    dice = random.Random(seed)
    world, port = World(random.Random(seed)), free_port()
    outside = Controller(world, hostname="127.0.0.1", port=port)
    outside.start()
    with serving(
        start=False, MAKEGOOD_SMTP_URL=f"smtp://127.0.0.1:{port}", **dict.fromkeys(LIMITS, "100000")
    ) as makegood:
        makegood.command(*FOUNDED, given=PASSWORD)
        token = makegood.command("token", "olive@hale.example").split()[-1]
        customers = Customers(makegood, world, random.Random(seed))
        agent = Agent(makegood, token, random.Random(seed))
        parts = Parts(makegood)
        busy = [Busy(customers.write), Busy(agent.answer)]
        try:
            for part in parts.names:
                parts.start(part)
            for one in busy:
                one.start()
            for number in range(kills):
                # Mail has gone all the way since the last one: else only beginnings would be killed.
                _wait(lambda number=number: len(world.received()) > number, makegood)
                _kill(parts, makegood, dice)
            _wait(lambda: bool(agent.accepted), makegood)
            customers.enough.set()
            for one in busy:
                one.end()
            told = _when_quiet(parts, hurried=kills < 100)
        finally:
            for one in busy:
                one.ending.set()
            parts.end()
            outside.stop()
    _all_is_well(told, customers, agent, world)


def _kill(parts: Parts, makegood: Makegood, dice: random.Random) -> None:
    """A part that works, sometimes one that only starts, sometimes all at once as when the power goes."""
    struck = list(parts.running)
    if dice.random() < 0.9:
        chosen = dice.choice([*parts.running, "worker"])
        if dice.random() < 0.8:
            _wait(lambda: is_up(makegood, chosen, parts.running[chosen]), makegood)
        struck = [chosen]
    time.sleep(dice.uniform(0, 0.5))
    for part in struck:
        parts.kill(part)
    for part in struck:
        parts.start(part)


def _wait(true: Callable[[], bool], makegood: Makegood) -> None:
    """Until it is so; fails when it never is."""
    latest = time.monotonic() + QUIET_WITHIN
    while not true():
        assert time.monotonic() < latest, makegood.printed[-5000:]
        time.sleep(0.02)


def _when_quiet(parts: Parts, *, hurried: bool) -> dict:
    """The account once nothing is under way. `hurried`: leases of the killed are ended instead of waited for."""
    latest = time.monotonic() + QUIET_WITHIN
    while True:
        if hurried:
            parts.ask("hurry")
        told = json.loads(parts.ask("tell"))
        if not told["under way"]:
            return told
        assert time.monotonic() < latest, (told["under way"], parts.makegood.printed[-5000:])
        time.sleep(1)


def _all_is_well(told: dict, customers: Customers, agent: Agent, world: World) -> None:
    assert customers.acknowledged
    assert agent.accepted
    assert not told["faults"]
    assert {mail["outcome"] for mail in told["mails"]} <= {"opened", "continued", "duplicate"}, [
        mail for mail in told["mails"] if mail["state"] != "taken"
    ]
    heard = Counter(word for text in told["words"] for word in tokens_in(text))
    assert heard == Counter(customers.acknowledged), "each mail that got its 250 is there exactly once"
    assert told["cases"] == sum(mail["outcome"] == "opened" for mail in told["mails"])
    said = Counter(word for reply in told["replies"] for word in tokens_in(reply["text"]))
    assert said == Counter(agent.accepted), "each answer that was accepted is there exactly once"
    assert {reply["delivery"] for reply in told["replies"]} == {"sent"}
    _all_has_left(told, agent, world)


def _all_has_left(told: dict, agent: Agent, world: World) -> None:
    """Each mail of ours arrived at least once, and always under its one Message-ID."""
    received = world.received()
    arrived = {str(mail["Message-ID"]).strip(" <>") for mail in received}
    assert {one["state"] for one in told["outgoing"]} == {"sent"}
    assert {one["identifier"] for one in told["outgoing"]} == arrived
    identities: dict[str, set[str]] = {}
    for mail in received:
        text = mail.get_body(("plain",)).get_content()
        for word in tokens_in(text):
            if word.startswith("answer-"):
                identities.setdefault(word, set()).add(str(mail["Message-ID"]))
    assert identities.keys() == set(agent.accepted)
    assert {len(one) for one in identities.values()} == {1}
