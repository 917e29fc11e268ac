import smtplib


def send(user, password):
    server = smtplib.SMTP("mail.example.org", 25)
    # ruleid: python-smtp-without-tls
    server.login(user, password)


def block(user, password):
    with smtplib.SMTP("mail.example.org") as server:
        # ruleid: python-smtp-without-tls
        server.login(user, password)
        server.sendmail("a", "b", "c")


def hello(user, password):
    smtp = smtplib.SMTP()
    smtp.connect("mail.example.org")
    smtp.ehlo()
    # ruleid: python-smtp-without-tls
    smtp.login(user, password)


def conditional(user, password):
    smtp = smtplib.SMTP("mail.example.org")
    if user:
        # ruleid: python-smtp-without-tls
        smtp.login(user, password)


def safe(user, password):
    server = smtplib.SMTP("mail.example.org", 587)
    server.starttls()
    # ok: python-smtp-without-tls
    server.login(user, password)


def wrapped(user, password):
    server = smtplib.SMTP_SSL("mail.example.org")
    # ok: python-smtp-without-tls
    server.login(user, password)


def inside(user, password):
    with smtplib.SMTP("mail.example.org") as server:
        server.starttls(context=context)
        # ok: python-smtp-without-tls
        server.login(user, password)


def other(session):
    # ok: python-smtp-without-tls
    session.login("a", "b")
