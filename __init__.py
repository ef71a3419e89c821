"""procflow: a workflow engine for administrative procedures. A drawing is a service."""
