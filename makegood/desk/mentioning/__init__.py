"""Colleagues named in notes: offered while one types, and told above their pages."""
