"""The section of the calendar: events, their dates, venues and vocabularies."""
