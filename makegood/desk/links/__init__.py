"""Linked cases on the case page: which there are, linking, taking a link off and putting it back."""
