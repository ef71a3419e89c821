"""Payments: fees collected through a gateway."""
