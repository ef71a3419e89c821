"""Collects every .feature file of this folder."""

from pytest_bdd import scenarios

scenarios(".")
