from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "makegood.staff.notices"
