"""Makegood: customer service in which every promise is written down, clocked, and kept or made good."""

__version__ = "0.1.0"
