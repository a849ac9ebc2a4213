"""One customer on one page: their cases, orders and promises; making two customers one, and two again."""
