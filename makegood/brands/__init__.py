"""The organisation and its faces towards customers."""
