"""What a shell offers at Tab: scripts for bash, zsh and fish, made from the parsers of the commands."""
