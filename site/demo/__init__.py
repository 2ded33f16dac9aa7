"""The demo site: readable content in both languages, for trying out and for tests."""
