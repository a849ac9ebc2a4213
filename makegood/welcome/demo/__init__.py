"""The demo company, and the stories its history is made of."""
