"""Acting on many cases: which ones are meant, and how it goes. What is done to them stands in `actions.bulk`. Reads only."""
