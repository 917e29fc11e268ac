import psycopg2
import pymysql
import redis
import requests
import smtplib

# ruleid: python-hardcoded-connection-password
a = psycopg2.connect(host="db", user="app", password="correct-horse")
# ruleid: python-hardcoded-connection-password
b = pymysql.connect(host="db", user="app", passwd="battery-staple")
# ruleid: python-hardcoded-connection-password
c = redis.Redis(host="cache", password="open-sesame")
mail = smtplib.SMTP("mail")
# ruleid: python-hardcoded-connection-password
mail.login("bot", "whisper-loudly")
# ruleid: python-hardcoded-connection-password
d = requests.get("https://example.org", auth=("bot", "frodo-lives"))
# ok: python-hardcoded-connection-password
e = psycopg2.connect(host="db", user="app", password=os.environ["DB_PASSWORD"])
# ok: python-hardcoded-connection-password
f = pymysql.connect(host="db", user="app", passwd="")
# ok: python-hardcoded-connection-password
g = redis.Redis(host="cache")
# ok: python-hardcoded-connection-password
mail.login(user, password)
# ok: python-hardcoded-connection-password
h = requests.get("https://example.org", auth=("bot", token))
# ok: python-hardcoded-connection-password
i = psycopg2.connect(password="password")
