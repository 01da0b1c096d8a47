"""The screens. Each is a layout and the use cases it runs; what it shows is drawn by widgets."""
