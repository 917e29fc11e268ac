"""Queries. Everything that touches SQL is here."""

import sqlite3

from . import settings


def connect():
    return sqlite3.connect(settings.DATABASE)


def invoice(number):
    """One invoice by its number, with a bound parameter."""
    with connect() as db:
        return db.execute("SELECT * FROM invoice WHERE number = ?", (number,)).fetchone()


def search(customer, order):
    """Invoices of a customer, sorted by a column that the caller names."""
    with connect() as db:
        cursor = db.cursor()
        cursor.execute(f"SELECT * FROM invoice WHERE customer = '{customer}' ORDER BY {order}")
        return cursor.fetchall()
