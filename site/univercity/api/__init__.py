"""How content becomes JSON, the same for both APIs."""
