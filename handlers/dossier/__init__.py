"""Dossiers: the citizens' case files, in a store of our own or in another system."""
