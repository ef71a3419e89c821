"""Raising the level of a procedure by redrawing it.

raising    raise_level      the raised folder, what was done, what the law forbids
table      RAISES           which raise belongs to which rule of law; one a file in steps/
draft      Draft            the folder while it is raised
ground     Ground           where new steps stand, and how lines reach them
"""
