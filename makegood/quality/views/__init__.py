"""Pages of the cost of poor quality."""
