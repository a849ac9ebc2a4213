"""The charter, the commitments made from it, and the ledger of what became of them."""
