"""The section of the network: its mission statement (Leitbild) and its partners."""
