"""Source and translation in the templates of the site, in which each text can be found."""
