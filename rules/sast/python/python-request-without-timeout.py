import requests

# ruleid: python-request-without-timeout
requests.get("https://example.org")
# ruleid: python-request-without-timeout
answer = requests.post(url, json={"a": 1})
# ruleid: python-request-without-timeout
requests.request("GET", url)


def fetch(url):
    # ruleid: python-request-without-timeout
    return requests.put(url, data=b"").json()


# ok: python-request-without-timeout
requests.get("https://example.org", timeout=5)
# ok: python-request-without-timeout
requests.post(url, json={}, timeout=(3, 10))
# ok: python-request-without-timeout
requests.get(url, **options)
# ok: python-request-without-timeout
session = requests.Session()
# ok: python-request-without-timeout
requests.utils.quote("a")
