"""The ways out: clipboard, terminal, file, browser. Each takes a `Release`, which only the gate makes."""
