"""Machines that watch over Makegood get a plain answer."""

from django.utils import timezone

from makegood.clockwork import actions
from makegood.clockwork.models import Heartbeat


def test_ready_says_what_is_missing(client, db):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["worker"]) == (503, False)
    actions.beat([Heartbeat(worker="here:1", loop="promises due", seen_at=timezone.now())])
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["worker"], answer.json()["mail"]) == (503, True, False)
    actions.beat([Heartbeat(worker="here:2", loop="mail to take in", seen_at=timezone.now())])
    assert client.get("/readyz").status_code == 200


def test_figures_are_for_the_bearer_of_the_token_only(client, db, settings):
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 403
    settings.METRICS_TOKEN = "eight-words"
    assert client.get("/metrics").status_code == 403
    actions.beat([Heartbeat(worker="here:1", loop="reactions", seen_at=timezone.now(), failures=3)])
    answer = client.get("/metrics", headers={"Authorization": "Bearer eight-words"})
    assert answer.status_code == 200
    assert 'makegood_loop_failures{loop="reactions"} 3\n' in answer.text
