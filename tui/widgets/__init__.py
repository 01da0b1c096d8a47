"""What the screens are built from. A widget draws given values and says what happened to it."""
