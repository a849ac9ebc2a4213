"""Filling an empty installation with very many cases, in the shape that the verbs would have given them.

A *tale* says who wrote what and when; the *chronicle* makes of it the rows that the verbs would have written, with the
promises kept and broken on the way; *bulk* writes them by the thousand.
"""

# Where customers write to, and how Bea the agent signs in.
ADDRESS = "support@example.com"
AGENT = "bea@filled.example"
PASSWORD = "makegood-demo"
