"""Sales and service are one: what a case's customer bought, and what becomes of whom our sellers sold to."""
