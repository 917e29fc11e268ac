FROM debian:12
# ruleid: dockerfile-cleartext-download
RUN curl -O http://example.org/tool.tar.gz && tar xf tool.tar.gz
# ruleid: dockerfile-cleartext-download
RUN wget -q http://downloads.example.org/x.deb && dpkg -i x.deb
# ruleid: dockerfile-cleartext-download
RUN pip install --index-url http://pypi.example.org/simple tool
# ruleid: dockerfile-cleartext-download
RUN git clone git://example.org/tool.git
# ruleid: dockerfile-cleartext-download
RUN npm set registry http://npm.example.org && npm ci
RUN apt-get update && \
# ruleid: dockerfile-cleartext-download
    curl -s http://example.org/setup.py > /tmp/setup.py
# ok: dockerfile-cleartext-download
RUN curl -O https://example.org/tool.tar.gz
# ok: dockerfile-cleartext-download
RUN curl -fO http://example.org/tool.tar.gz && echo "$SUM tool.tar.gz" | sha256sum -c -
# ok: dockerfile-cleartext-download
RUN curl -f http://localhost:8080/health
# ok: dockerfile-cleartext-download
HEALTHCHECK CMD curl -f http://example.org/ || exit 1
# ok: dockerfile-cleartext-download
RUN echo "deb http://deb.debian.org/debian stable main" > /etc/apt/sources.list
# ok: dockerfile-cleartext-download
RUN git clone https://example.org/tool.git
