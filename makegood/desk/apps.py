from django.apps import AppConfig
from django.utils.module_loading import import_string

from makegood.ui import banners


class DeskConfig(AppConfig):
    name = "makegood.desk"

    def ready(self) -> None:
        # Models are there only now.
        banners.register(import_string("makegood.desk.waiting.tell"))
