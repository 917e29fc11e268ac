import ssl

import aiohttp
import httpx
import requests
import urllib3

# ruleid: python-tls-verification-disabled
ssl._create_default_https_context = ssl._create_unverified_context


def fetch(url, path):
    # ruleid: python-tls-verification-disabled
    first = requests.get(url, verify=True)
    session = requests.Session()
    # ruleid: python-tls-verification-disabled
    session.verify = True
    # ruleid: python-tls-verification-disabled
    second = session.post(url, data={"a": 1}, verify=True, timeout=3)
    # ruleid: python-tls-verification-disabled
    client = httpx.Client(verify=True)
    # ruleid: python-tls-verification-disabled
    pool = urllib3.PoolManager(cert_reqs="CERT_NONE")
    context = ssl.create_default_context()
    # ruleid: python-tls-verification-disabled
    context.check_hostname = True
    # ruleid: python-tls-verification-disabled
    context.verify_mode = ssl.CERT_NONE
    skip = False
    # ruleid: python-tls-verification-disabled
    third = requests.get(url, verify=skip)
    return first, second, third, client, pool


async def relay(url):
    # ruleid: python-tls-verification-disabled
    connector = aiohttp.TCPConnector(ssl=True)
    async with aiohttp.ClientSession(connector=connector) as client:
        # ruleid: python-tls-verification-disabled
        return await client.get(url, ssl=True)


def good(url, strict):
    # ok: python-tls-verification-disabled
    first = requests.get(url)
    # ok: python-tls-verification-disabled
    second = requests.get(url, verify="/etc/ssl/private-ca.pem")
    # ok: python-tls-verification-disabled
    third = requests.get(url, verify=strict)
    context = ssl.create_default_context()
    # ok: python-tls-verification-disabled
    context.verify_mode = ssl.CERT_REQUIRED
    # ok: python-tls-verification-disabled
    context.check_hostname = True
    # ok: python-tls-verification-disabled
    token = jwt.decode(url, verify=False)
    # ok: python-tls-verification-disabled
    form.verify = False
    return first, second, third, token
