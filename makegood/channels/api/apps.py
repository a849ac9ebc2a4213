from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "makegood.channels.api"
    label = "api"
