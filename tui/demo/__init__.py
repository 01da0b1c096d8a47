"""The example journal that `clearday demo` opens. The people, the form and the dates are invented."""
