"""Structured things that identify a person or open a door: numbers, keys, addresses, hosts."""
