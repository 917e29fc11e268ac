import asyncssh
import paramiko
from paramiko import AutoAddPolicy


def bad(host):
    client = paramiko.SSHClient()
    # ruleid: paramiko-host-key-ignored
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ruleid: paramiko-host-key-ignored
    client.set_missing_host_key_policy(AutoAddPolicy)
    # ruleid: paramiko-host-key-ignored
    return asyncssh.connect(host, known_hosts=None)


def good(host):
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    # ok: paramiko-host-key-ignored
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: paramiko-host-key-ignored
    return asyncssh.connect(host, known_hosts="known_hosts")
