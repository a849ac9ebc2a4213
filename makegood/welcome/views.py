"""The first visit: the code from the terminal, then a company in one form, or the demo company."""

import hmac

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from makegood.brands.models import Organisation
from makegood.events.refusals import Refusal
from makegood.staff import actions as staff
from makegood.staff import devices, limits, signing_in
from makegood.staff.forms import refusing
from makegood.welcome import code, founding, guesses
from makegood.welcome.demo import company, loading
from makegood.welcome.forms import CodeForm, FoundingForm, office_hours

GIVEN = "set-up code"
TRIES = 5


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    current = code.current()
    if current is None:
        return redirect("/")
    if not _knows(request, current):
        return render(request, "welcome/code.html", {"form": CodeForm()})
    form = FoundingForm(request.POST) if request.method == "POST" else FoundingForm(initial=_guessed(request))
    if request.method == "POST" and form.is_valid():
        with refusing.said_on(form):
            founding.found(**form.terms(), at=timezone.now())
            return _in_they_go(request, form)
    if request.method == "POST":
        form.ask_password_again()
    return render(request, "welcome/found.html", {"form": form})


@never_cache
@require_POST
def enter_code(request: HttpRequest) -> HttpResponse:
    """Compare the code, five times a minute for the whole world together: it has 40 bits, and there is one of it."""
    current = code.current()
    if current is None:
        return redirect("/")
    form, status = CodeForm(request.POST), 400
    if form.is_valid():
        at = timezone.now()
        if not staff.attempt(GIVEN, most=TRIES, within=limits.MINUTE, at=at):
            form.add_error(None, _("Too many tries. Wait a minute, then try again."))
            status = 429
        elif _same(form.cleaned_data["code"], current):
            staff.forget_attempt(GIVEN, at)
            request.session.cycle_key()
            request.session[GIVEN] = current
            return redirect("welcome")
        else:
            form.add_error("code", _("This is not the code that the terminal shows."))
    return render(request, "welcome/code.html", {"form": form}, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    """Load the demo company; afterwards, for everybody, who may be signed in as: these passwords are no secret."""
    current = code.current()
    if current is not None:
        if request.method != "POST" or not _knows(request, current):
            return redirect("welcome")
        try:
            loading.load(at=timezone.now())
        except Refusal as refusal:  # somebody was quicker by a moment
            messages.error(request, str(refusal))
            return redirect("/")
        request.session.flush()
        return redirect("welcome-demo")
    if not Organisation.objects.filter(is_demo=True).exists():
        return redirect("/")
    return render(
        request, "welcome/demo.html", {"name": company.NAME, "people": company.PEOPLE, "password": company.PASSWORD}
    )


def _knows(request: HttpRequest, current: str) -> bool:
    return _same(str(request.session.get(GIVEN, "")), current)


def _same(given: str, current: str) -> bool:
    plain = "".join(letter for letter in given.upper() if letter.isalnum())
    return hmac.compare_digest(plain.encode(), current.encode())


def _guessed(request: HttpRequest) -> dict[str, object]:
    country = guesses.country_of(request.headers.get("Accept-Language", ""))
    language = translation.get_language() or "en"
    guessed = {"country": country, "timezone": guesses.time_zone_in(country)}
    return guessed | {"language": language, "languages": [language]} | office_hours()


def _in_they_go(request: HttpRequest, form: FoundingForm) -> HttpResponse:
    owner = founding.owner()
    request.session.flush()
    signing_in.let_in(request, owner, at=timezone.now())
    with translation.override(owner.language):
        told = _("%(organisation)s is set up. Next, in the settings: how mail to %(address)s comes in and goes out.")
        messages.success(request, told % form.cleaned_data)
    response = redirect("/")
    devices.remember(response, owner)
    return response
