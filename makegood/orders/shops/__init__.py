"""What shops send when an order changes: how each signs it, and how it reads. Pure; no Django."""
