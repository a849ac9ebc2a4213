"""Companies at the desk: a list, a page each, and who belongs to which."""
