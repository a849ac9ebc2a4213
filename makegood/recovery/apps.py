from importlib import import_module

from django.apps import AppConfig

from makegood.ui import banners


class RecoveryConfig(AppConfig):
    name = "makegood.recovery"

    def ready(self) -> None:
        # Models are there only now.
        told = import_module("makegood.recovery.banners")
        banners.register(told.tell, wrong=told.failed)
