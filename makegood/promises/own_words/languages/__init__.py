"""How each language promises and tells the time: data for the rest of `own_words`, a folder a language."""
