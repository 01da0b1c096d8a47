"""The pictures of the product, and the script that draws them from the real app."""
