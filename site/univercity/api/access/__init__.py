"""Who asks the API, what their token lets them read and write, and how often they may ask."""
