"""Making good on the case page: what is owed, what one may grant, asking and answering."""
