"""What the decrees ask of a procedure's drawing, as rules of the linter with dates.

check     law_findings     a folder held against the rules in force on a day
rules     RULES            the table of the rules
subject   Subject          what the rules look at
library   Library          where called processes are found
"""
