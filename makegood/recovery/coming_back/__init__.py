"""Did they come back: return rates of customers whom we disappointed, with how sure they are."""
