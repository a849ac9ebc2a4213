from importlib import import_module

from django.apps import AppConfig

from makegood.ui import banners


class RecoveryConfig(AppConfig):
    name = "makegood.recovery"

    def ready(self) -> None:
        # Models are there only now.
        standing = import_module("makegood.brands.standing")
        told = import_module("makegood.recovery.banners")
        standing.ask("failed", told.failed)
        banners.register(told.tell)
