"""The commands, one a file: what each takes, and what it says. What they do is in `tui.desk`."""
