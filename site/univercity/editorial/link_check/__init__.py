"""Links that lead nowhere: to pages of this site and to other sites."""
