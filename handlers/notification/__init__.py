"""Notices: telling citizens what happens to their dossiers."""
