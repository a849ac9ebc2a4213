"""How we see a case that is resolved, told by the programming interface."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router
from ninja.errors import HttpError

from makegood.channels.api import shapes
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.shapes import AccountIn, AccountsOut
from makegood.feedback import actions as feedback
from makegood.feedback.account import Account

router = Router(tags=["cases"])


@router.post("/{ref}/account", response={200: AccountsOut})
def state_account(request: HttpRequest, ref: str, body: AccountIn) -> dict[str, Any]:
    """Say how we see the case, before its customer does; told again, the newer one holds."""
    case = case_of(request, ref)
    said = Account(body.needed, body.went, body.solved)
    if said.is_empty:
        raise HttpError(422, "needed, went, solved: say at least one of the three.")
    return shapes.accounts(feedback.state(case, said, by=asker(request), at=timezone.now()))
