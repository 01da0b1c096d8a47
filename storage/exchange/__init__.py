"""Other shapes of a journal: reading them in, writing them out, and what would change between two."""
