"""The customer's own pages: one case by signed link, and the form with one field."""
