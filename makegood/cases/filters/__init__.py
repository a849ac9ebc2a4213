"""Filter words: `owner:me status:open -tag:bank "free words"`, read, understood, and asked of the database in bounded
steps. One language for the search box, addresses, saved views and the programming interface."""
