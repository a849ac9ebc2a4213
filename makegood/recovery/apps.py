from django.apps import AppConfig
from django.utils.module_loading import import_string

from makegood.ui import banners


class RecoveryConfig(AppConfig):
    name = "makegood.recovery"

    def ready(self) -> None:
        # Models are there only now.
        banners.register(import_string("makegood.recovery.banners.tell"))
