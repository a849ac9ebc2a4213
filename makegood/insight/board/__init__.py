"""The live board: what is going on now, of one team or brand; a page for leads, and a screen on the wall."""
