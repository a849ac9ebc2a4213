from django.apps import AppConfig
from django.utils.module_loading import import_string

from makegood.ui import banners


class EmailConfig(AppConfig):
    name = "makegood.channels.email"
    label = "email"

    def ready(self) -> None:
        # Models are there only now.
        banners.register(import_string("makegood.channels.email.banners.tell"))
        banners.register(import_string("makegood.channels.email.stuck.tell"))
