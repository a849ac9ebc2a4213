"""How the work goes: figures by day, reports of them, and the board of what is going on now."""
