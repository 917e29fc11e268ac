"""Smoke tests."""

from app.views import app


def test_search():
    client = app.test_client()
    assert client.get("/search?customer=acme").status_code == 200


def login(client):
    return client.post("/login", data={"user": "test", "password": "test"})
