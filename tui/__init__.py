"""The desk: the app, the command line, the clipboard and the clock. The only floor that composes."""

__version__ = "0.1.0"
