"""Customers who do not answer are reminded by itself: asked for in the composer, in a template or on the case."""
