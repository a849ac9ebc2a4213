"""Tasks inside a case at the desk: the panel, giving one, the list, the directory of contractors."""
