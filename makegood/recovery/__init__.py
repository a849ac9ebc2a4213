"""Winning back a customer we disappointed: what we owe, who may give it, what became of it."""
