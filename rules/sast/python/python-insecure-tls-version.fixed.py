import ssl

from OpenSSL import SSL


def bad():
    # ruleid: python-insecure-tls-version
    first = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    context = ssl.create_default_context()
    # ruleid: python-insecure-tls-version
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # ruleid: python-insecure-tls-version
    third = SSL.Context(SSL.SSLv3_METHOD)
    return first, context, third


def good():
    # ok: python-insecure-tls-version
    first = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context = ssl.create_default_context()
    # ok: python-insecure-tls-version
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # ok: python-insecure-tls-version
    third = ssl.create_default_context()
    return first, context, third
