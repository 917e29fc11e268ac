from pysnmp.hlapi import CommunityData, UsmUserData, getCmd
import pysnmp.hlapi.asyncio

# ruleid: python-snmp-community-string
a = CommunityData("public", mpModel=0)
# ruleid: python-snmp-community-string
b = getCmd(engine, CommunityData("private"), target)
# ruleid: python-snmp-community-string
c = pysnmp.hlapi.asyncio.CommunityData("public")


def ask(name):
    # ruleid: python-snmp-community-string
    return CommunityData(name)


# ok: python-snmp-community-string
d = UsmUserData("user", authKey=key, privKey=other)
# ok: python-snmp-community-string
e = getCmd(engine, UsmUserData("user"), target)
# ok: python-snmp-community-string
f = Community("public")
# ok: python-snmp-community-string
g = data("public")
