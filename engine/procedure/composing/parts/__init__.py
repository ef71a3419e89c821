"""The parts a drawing is composed of, each with the places of its elements."""
