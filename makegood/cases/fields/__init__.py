"""What can stand in the organisation's own fields: read from what is typed, told in words, and asked for in a form."""
