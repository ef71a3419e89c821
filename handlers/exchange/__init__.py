"""Exchange with other agencies: services, official documents, and plain calls."""
