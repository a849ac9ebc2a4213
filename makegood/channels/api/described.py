"""The interface with its description: what every operation may answer beside its own is told there once for all.

As a response of each operation, it would be five hundred models, half a second of each start and megabytes in memory.
"""

from http.client import responses
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from makegood.channels.api.shapes import Trouble
from makegood.channels.api.troubles import CODES

REFUSED = {"application/json": {"schema": {"$ref": "#/components/schemas/Trouble"}}}


class Api(NinjaAPI):
    """Each operation may refuse, in one shape."""

    def get_openapi_schema(self, **asked: Any) -> OpenAPISchema:
        """As OpenAPI, with how an operation refuses."""
        schema = super().get_openapi_schema(**asked)
        schema["components"]["schemas"]["Trouble"] = Trouble.model_json_schema()
        for methods in schema["paths"].values():
            for operation in methods.values():
                for status in CODES:
                    operation["responses"][status] = {"description": responses[status], "content": REFUSED}
        return schema
