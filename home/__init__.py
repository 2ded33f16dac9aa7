"""The home page and pages of free content; stands above the other sections and shows them."""
