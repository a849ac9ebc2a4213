from importlib import import_module

from django.apps import AppConfig

from makegood.ui import banners


class PromisesConfig(AppConfig):
    name = "makegood.promises"

    def ready(self) -> None:
        # Models are there only now.
        told = import_module("makegood.promises.banners")
        banners.register(told.tell, wrong=told.held)
