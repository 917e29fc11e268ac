# ruleid: python-random-looking-key
key = "9f86d081884c7d659a2feaa0c55ad015"
# ruleid: python-random-looking-key
token = "qZ7vXk2LpWm9TfRbQ4hYc8Ns"
# ok: python-random-looking-key
query = "SELECT name FROM doors WHERE open = ?"
# ok: python-random-looking-key
code = "print('This opens a door')"
# ok: python-random-looking-key
address = "https://www.example.com/doors/open"
# ok: python-random-looking-key
kind = "application/json; charset=utf-8"
# ok: python-random-looking-key
name = "front-door-number-12345"
