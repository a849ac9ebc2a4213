"""Who gets a case that has no owner: the duty rota's choice, and why."""
