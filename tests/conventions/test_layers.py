"""Foreign keys point down, as imports do (those are linted by .importlinter)."""

from django.apps import apps

from tests.conventions.source import folder, layers, our_apps


def test_every_app_has_a_layer():
    heights = layers()
    for app in our_apps():
        assert folder(app.name) in heights, (
            f"{app.name} has no layer: write it into .importlinter at the height of what it may use."
        )


def test_foreign_keys_point_down():
    heights = layers()
    for model in apps.get_models():
        if not model.__module__.startswith("makegood."):
            continue
        for field in model._meta.get_fields():
            target = field.related_model if field.concrete and field.is_relation else None
            if target is None or not target.__module__.startswith("makegood."):
                continue
            here, there = folder(model.__module__), folder(target.__module__)
            assert heights[there] <= heights[here], (
                f"{model.__name__}.{field.name} points up, from {here} to {there}. Keep a text key (`C-…`) instead, "
                "or let the upper app hold the foreign key."
            )
