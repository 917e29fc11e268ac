import ftplib
from telnetlib import Telnet


def bad(host):
    # ruleid: python-cleartext-protocol
    first = ftplib.FTP(host)
    # ruleid: python-cleartext-protocol
    second = Telnet(host, 23)
    return first, second


def good(host):
    # ok: python-cleartext-protocol
    first = ftplib.FTP_TLS(host)
    # ok: python-cleartext-protocol
    second = own.FTP(host)
    return first, second
