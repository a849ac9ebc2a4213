"""Side conversations with third parties, on the case page."""
