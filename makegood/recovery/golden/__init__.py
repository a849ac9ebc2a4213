"""Today's golden mistakes: whom each team can still win back, by what is at stake and what time is left."""
