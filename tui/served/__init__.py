"""The app in a browser, on this computer alone."""
