"""The programming interface: cases by token, described by OpenAPI."""
