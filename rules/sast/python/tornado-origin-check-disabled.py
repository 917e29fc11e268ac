from tornado.websocket import WebSocketHandler


class Chat(WebSocketHandler):
    # ruleid: tornado-origin-check-disabled
    def check_origin(self, origin):
        return True


class Feed(WebSocketHandler):
    # ruleid: tornado-origin-check-disabled
    def check_origin(self, origin: str) -> bool:
        return True


class Ticker(WebSocketHandler):
    def open(self):
        pass

    # ruleid: tornado-origin-check-disabled
    def check_origin(self, _origin):
        return True


class Base:
    # ruleid: tornado-origin-check-disabled
    def check_origin(self, o):
        return True


class Safe(WebSocketHandler):
    # ok: tornado-origin-check-disabled
    def check_origin(self, origin):
        return origin == "https://example.org"


class Parsed(WebSocketHandler):
    # ok: tornado-origin-check-disabled
    def check_origin(self, origin):
        return urlparse(origin).netloc.endswith(".example.org")


class Default(WebSocketHandler):
    # ok: tornado-origin-check-disabled
    def open(self):
        return True


# ok: tornado-origin-check-disabled
def check_origin(origin):
    return True
