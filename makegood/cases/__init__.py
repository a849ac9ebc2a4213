"""One matter of one customer, from first word to last."""
