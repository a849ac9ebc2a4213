"""Whatever a program sends, it gets an answer, never a crash: requests are made from our own OpenAPI description."""

import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings

from makegood.staff import actions as staff


def test_any_request_gets_an_answer(transactional_db, hale, cleo, refund, now):
    """A lead asks, who may do more than an agent."""
    token = staff.make_token(cleo, label="schema", by=cleo.key, at=now)
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app=get_wsgi_application())
    tried = 0
    for result in described.get_all_operations():
        operation = result.ok()

        @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def ask(case):
            answer = case.call(headers={"Authorization": f"Bearer {token}"})
            assert answer.status_code < 500, (case.method, case.formatted_path, answer.text[:300])

        ask()
        tried += 1
    assert tried == described.statistic.operations.total > 40
