"""Skills at the desk: the list that administrators keep. Who has them stands in the duty rota."""
