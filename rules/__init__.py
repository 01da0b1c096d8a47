"""The colleague who reads before it goes out. Pure: text and dates in, values out."""
