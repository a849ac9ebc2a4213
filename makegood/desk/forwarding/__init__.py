"""Forwarding a message of a case to somebody outside."""
