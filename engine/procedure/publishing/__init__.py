"""The public catalogue: pages, pictures, forms and open records of procedures, as a folder.

publication  publish    the files of the catalogue on a day, and what is missing in it

Asked for by Decree 63/2010 (article 8) and Decree 43/2011. The folder works from disk: nothing in
it is loaded from elsewhere.
"""
