from importlib import import_module

from django.apps import AppConfig

from makegood.ui import banners


class EmailConfig(AppConfig):
    name = "makegood.channels.email"
    label = "email"

    def ready(self) -> None:
        # Models are there only now.
        standing = import_module("makegood.brands.standing")
        banners.register(import_module("makegood.channels.email.banners").tell)
        stuck = import_module("makegood.channels.email.stuck")
        banners.register(stuck.tell_disk)
        standing.ask("untaken", stuck.waiting)
        standing.ask("parked", stuck.parked)
        banners.register(stuck.tell_late)
        banners.register(stuck.tell_parked)
