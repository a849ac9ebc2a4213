"""The one log: typed facts, recorded in the transaction of the change they tell."""
