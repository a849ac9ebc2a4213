"""Acting on many cases of a list: which ones, what is done to them, and how it goes."""
