"""Documents: rendered from the procedure's templates, signed, verified, and kept."""
