"""Signing in with the company's own provider (OpenID Connect), by configuration."""
