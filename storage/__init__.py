"""The cabinet: reads and writes the journal, packs and settings. Knows no screen and no rule."""
