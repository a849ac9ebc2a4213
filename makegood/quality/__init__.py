"""The cost of poor quality: what goes wrong in money, and whether it goes wrong more than by chance."""
