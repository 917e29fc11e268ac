import logging.config
from logging.config import listen

# ruleid: python-logging-configuration-server
server = logging.config.listen(9999)
# ruleid: python-logging-configuration-server
server = logging.config.listen()
# ruleid: python-logging-configuration-server
thread = listen(port=9030)


def start(port):
    # ruleid: python-logging-configuration-server
    logging.config.listen(port).start()


# ok: python-logging-configuration-server
logging.config.listen(9999, verify=check_signature)
# ok: python-logging-configuration-server
logging.config.dictConfig(settings)
# ok: python-logging-configuration-server
logging.config.fileConfig("logging.ini")
# ok: python-logging-configuration-server
server.listen(9999)
