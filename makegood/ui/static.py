"""Static files under hashed names, with the imports inside our style sheets and ES modules rewritten too."""

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):
    """Rewrites only modules in a folder `js/`, as ours are: others' scripts name files that they do not bring."""

    support_js_module_import_aggregation = True
    manifest_strict = False
    _patterns: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self._patterns = {("*/js/*.js" if kind == "*.js" else kind): how for kind, how in self._patterns.items()}

    def stored_name(self, name: str) -> str:
        """The hashed name; the plain one where nothing has been collected yet (tests, error pages)."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name
