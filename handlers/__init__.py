"""The systems procflow speaks with: a folder each, of one shape.

`builtin.builtin` wires the handlers procflow ships as the settings want them; `wire` is HTTP to
other systems, for packages installed beside too.
"""
