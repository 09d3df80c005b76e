"""The steps that make a store's tables, run by Alembic inside one transaction.

A change of `tables.py` comes with a file in `versions/`, named after the next number, and with the new
`schema.HEAD`. A step that has been released is never edited, and describes its tables itself.
"""
