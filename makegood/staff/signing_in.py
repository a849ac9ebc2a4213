"""Letting the right people in, and slowing down whoever guesses."""

import datetime as dt

from django.contrib.auth import authenticate, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from makegood.staff import actions as staff
from makegood.staff import devices, limits, sessions
from makegood.staff.models import User, fold
from makegood.staff.second_factor import asking


class TooManyTries(Exception):
    """The limit is reached: nothing was looked at, right password or wrong."""


def recognise(request: HttpRequest, *, email: str, password: str, at: dt.datetime) -> User | None:
    """Who signs in; None when address and password do not fit. Raises TooManyTries.

    A try is counted before the password is looked at, and taken back when it was right, so that a hundred tries at
    the same moment are no way around the limit.
    """
    counted = []
    for what, most, within in _limits_of(request, fold(email)):
        if not staff.attempt(what, most=most, within=within, at=at):
            raise TooManyTries
        counted.append(what)
    user = authenticate(request, username=email, password=password)
    if not isinstance(user, User):
        return None
    for what in counted:
        staff.forget_attempt(what, at)
    return user


def _limits_of(request: HttpRequest, address: str) -> list[tuple[str, int, dt.timedelta]]:
    """What a try counts under, how many are let in what time.

    Tight for one network, so that nobody guesses; wide for the address itself, so that no stranger keeps its owner
    out; and the owner's own devices do not share that width with strangers.
    """
    network, device = limits.network(visitor(request)), devices.known(request, address)
    there = limits.subject("sign-in there", f"{address} {device or network}")
    tight = [
        (limits.subject("sign-in from", network), limits.SIGN_IN_PER_NETWORK, limits.MINUTE),
        (there, limits.SIGN_IN_FROM_THERE, limits.MINUTE),
    ]
    wide = (limits.subject("sign-in", address), limits.SIGN_IN_PER_ADDRESS, limits.HOUR)
    return tight if device else [*tight, wide]


def go_on(request: HttpRequest, user: User, *, wanted: str, at: dt.datetime) -> HttpResponse:
    """After the first factor: to the code where this person has a second one, else in."""
    if asking.is_needed(user):
        asking.begin(request, user, wanted=wanted, at=at)
        return redirect("sign-in-code")
    return welcome(request, user, wanted=wanted, at=at)


def welcome(request: HttpRequest, user: User, *, wanted: str, at: dt.datetime) -> HttpResponse:
    """In, to the page they wanted; their browser is known from now on."""
    let_in(request, user, at=at)
    response = redirect(way_on(request, wanted))
    devices.remember(response, user)
    return response


def let_in(request: HttpRequest, user: User, *, at: dt.datetime) -> None:
    """Start a session for somebody who has shown who they are."""
    login(request, user, backend="makegood.staff.sessions.Backend")
    sessions.begin(request, at=at)
    staff.note_sign_in(user, at=at)


def visitor(request: HttpRequest) -> str:
    """The network address a request came from."""
    return str(request.META.get("REMOTE_ADDR", ""))


def way_on(request: HttpRequest, wanted: str) -> str:
    """Where to go after signing in: where they wanted to, if it is a page of ours."""
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and ours else "/"
