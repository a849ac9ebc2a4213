from django.apps import AppConfig


class SecondFactorConfig(AppConfig):
    name = "makegood.staff.second_factor"
