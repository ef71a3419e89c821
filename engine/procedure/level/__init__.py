"""The level of a procedure, measured along the ways of its drawing.

measure    measure          the level of a folder on a day, with what it lacks
criteria   CRITERIA         what each rung asks, and which rules of law say so
scale      Scale            which law names the levels on a day
shares     Shares           how many of several procedures reach which level
"""
