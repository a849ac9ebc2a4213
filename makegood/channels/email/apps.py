from django.apps import AppConfig


class EmailConfig(AppConfig):
    name = "makegood.channels.email"
    label = "email"
