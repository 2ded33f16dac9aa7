"""Who asks the API, what their token is made for, and how often they may ask."""
