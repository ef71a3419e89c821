"""One raise a file: what is done about the findings of one rule of law."""
