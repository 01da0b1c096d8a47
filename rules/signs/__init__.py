"""What the form of a text shows: pictures without words, hashtags without capitals, emoji in place of words."""
