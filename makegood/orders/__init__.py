"""What was bought, from whom, and what was promised at the sale."""
