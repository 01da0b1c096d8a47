// Before the terminal is made: letters so small that sixty columns fit, as far as they can still be read.
const FEWEST_COLUMNS = 60, WIDTH_OF_A_LETTER = 0.6, SMALLEST = 8;
const terminal = document.querySelector("#terminal");
const fitting = Math.floor(window.innerWidth / FEWEST_COLUMNS / WIDTH_OF_A_LETTER);
terminal.dataset.fontSize = Math.max(SMALLEST, Math.min(terminal.dataset.fontSize, fitting));

// What is typed goes to the app at once, and again when the person comes back to the window.
const takeKeys = () => document.querySelector(".xterm-helper-textarea")?.focus();
new MutationObserver((_, watching) => {
  if (document.querySelector(".xterm-helper-textarea")) {
    watching.disconnect();
    takeKeys();
  }
}).observe(terminal, { childList: true, subtree: true });
window.addEventListener("focus", takeKeys);
