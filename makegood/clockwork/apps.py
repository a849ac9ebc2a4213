from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ClockworkConfig(AppConfig):
    name = "makegood.clockwork"

    def ready(self) -> None:
        # Reactions and facts are declared by importing the modules that hold them.
        autodiscover_modules("events")
        autodiscover_modules("reactions")
