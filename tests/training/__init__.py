"""Builds the reader's weights: reads the corpus and published prose, tunes, measures, writes."""
