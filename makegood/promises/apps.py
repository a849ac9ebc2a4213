from importlib import import_module

from django.apps import AppConfig

from makegood.ui import banners


class PromisesConfig(AppConfig):
    name = "makegood.promises"

    def ready(self) -> None:
        # Models are there only now.
        standing = import_module("makegood.brands.standing")
        told = import_module("makegood.promises.banners")
        standing.ask("held", told.held)
        banners.register(told.tell)
