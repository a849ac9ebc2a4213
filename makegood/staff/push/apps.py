from django.apps import AppConfig


class PushConfig(AppConfig):
    name = "makegood.staff.push"
