FROM debian:12
# ruleid: dockerfile-pipe-to-shell
RUN curl -sSL https://example.org/install.sh | sh
# ruleid: dockerfile-pipe-to-shell
RUN apt-get update && wget -qO- https://example.org/setup | sudo -E bash - && apt-get install -y tool
RUN set -eux; \
    apt-get update; \
    # The compiler.
# ruleid: dockerfile-pipe-to-shell
    curl --proto '=https' --tlsv1.2 -sSf https://example.org/rs \
      | sh -s -- -y; \
    rm -rf /tmp/*
# ruleid: dockerfile-pipe-to-shell
RUN bash -c "$(curl -fsSL https://example.org/install)"
# ruleid: dockerfile-pipe-to-shell
RUN curl -sSL https://example.org/get-tool.py | python3 -
# ruleid: dockerfile-pipe-to-shell
RUN bash <(curl -s https://example.org/x)
RUN <<SCRIPT
# ruleid: dockerfile-pipe-to-shell
curl -s "https://example.org/x?a=b&c=d" | VERSION=2 bash
SCRIPT
# ok: dockerfile-pipe-to-shell
RUN curl -fsSL https://example.org/tool.tar.gz | tar xz -C /opt
# ok: dockerfile-pipe-to-shell
RUN curl -fsSL https://example.org/key.asc | gpg --dearmor -o /usr/share/keyrings/x.gpg
# ok: dockerfile-pipe-to-shell
RUN curl -o install.sh https://example.org/install.sh && sha256sum -c install.sha && sh install.sh
# ok: dockerfile-pipe-to-shell
RUN curl -s https://example.org/versions | sh-parse | grep shell
# ok: dockerfile-pipe-to-shell
RUN cat install.sh | sh
# ok: dockerfile-pipe-to-shell
RUN wget https://example.org/a.sh; echo "$SUM a.sh" | sha256sum -c -; sh a.sh
# ok: dockerfile-pipe-to-shell
RUN curl -s https://example.org/v.json | python3 -c 'import json, sys; print(json.load(sys.stdin)["v"])'
