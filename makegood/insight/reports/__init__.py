"""Reports: how much came and went, how fast, and how many promises were kept, by brand, team, person, channel, language."""
