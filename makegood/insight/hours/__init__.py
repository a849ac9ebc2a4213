"""How long was worked on cases, by team and person, where time is tracked."""
