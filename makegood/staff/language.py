"""Which language a page speaks: the member of staff's own, else the visitor's choice, else the browser's."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import timezone, translation

from makegood.ui import for_everybody


class LanguageMiddleware(LocaleMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        if for_everybody.is_asked(request):
            timezone.deactivate()
            translation.deactivate()
            return
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            translation.activate(user.language)
            timezone.activate(user.timezone)
            request.LANGUAGE_CODE = translation.get_language()
        else:
            timezone.deactivate()
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return response if for_everybody.is_asked(request) else super().process_response(request, response)
