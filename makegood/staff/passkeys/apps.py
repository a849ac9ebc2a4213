from django.apps import AppConfig


class PasskeysConfig(AppConfig):
    name = "makegood.staff.passkeys"
