"""Public answers, HTML and API alike: validators, a shared store, and what drops them from it."""
