"""Which language a page speaks: the member of staff's own, else the visitor's choice, else the browser's."""

from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import timezone, translation


class LanguageMiddleware(LocaleMiddleware):
    def process_request(self, request: HttpRequest) -> None:
        user = getattr(request, "user", None)
        if user is not None and user.is_authenticated:
            translation.activate(user.language)
            timezone.activate(user.timezone)
            request.LANGUAGE_CODE = translation.get_language()
        else:
            timezone.deactivate()
            super().process_request(request)
