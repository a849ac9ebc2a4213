"""Tags at the desk: on a case, on the rows of lists, and the list of all tags."""
