"""The pages of winning customers back: who, how far, by which rules, and what was learned."""
