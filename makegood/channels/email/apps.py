from importlib import import_module

from django.apps import AppConfig

from makegood.ui import banners


class EmailConfig(AppConfig):
    name = "makegood.channels.email"
    label = "email"

    def ready(self) -> None:
        # Models are there only now.
        banners.register(import_module("makegood.channels.email.banners").tell)
        stuck = import_module("makegood.channels.email.stuck")
        banners.register(stuck.tell_disk)
        banners.register(stuck.tell_late, wrong=stuck.waiting)
        banners.register(stuck.tell_parked, wrong=stuck.parked)
