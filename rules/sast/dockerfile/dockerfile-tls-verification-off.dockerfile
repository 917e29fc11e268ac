FROM debian:12
# ruleid: dockerfile-tls-verification-off
RUN curl -k -o tool.tgz https://example.org/tool.tgz
# ruleid: dockerfile-tls-verification-off
RUN curl -sSLk https://example.org/tool.tgz | tar xz
# ruleid: dockerfile-tls-verification-off
RUN set -e; curl --retry 3 --insecure -O https://example.org/x
# ruleid: dockerfile-tls-verification-off
RUN wget --no-check-certificate https://example.org/x
RUN pip install \
# ruleid: dockerfile-tls-verification-off
    --upgrade pip && pip3 install --trusted-host pypi.example.org -r requirements.txt
# ruleid: dockerfile-tls-verification-off
RUN npm config set strict-ssl false && npm ci
# ruleid: dockerfile-tls-verification-off
RUN git config --global http.sslVerify false
# ruleid: dockerfile-tls-verification-off
RUN git -c http.sslVerify=false clone https://example.org/x.git
# ruleid: dockerfile-tls-verification-off
RUN GIT_SSL_NO_VERIFY=1 git clone https://example.org/x.git
# ruleid: dockerfile-tls-verification-off
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
# ruleid: dockerfile-tls-verification-off
ENV A=b PYTHONHTTPSVERIFY=0
# ok: dockerfile-tls-verification-off
RUN curl -fsSL https://example.org/tool.tgz | tar xzk
# ok: dockerfile-tls-verification-off
RUN curl --cacert /etc/ssl/own.pem https://example.org/x
# ok: dockerfile-tls-verification-off
RUN npm config set strict-ssl true
# ok: dockerfile-tls-verification-off
RUN git config --global http.sslVerify true
# ok: dockerfile-tls-verification-off
RUN pip install --index-url https://pypi.example.org/simple x
# ok: dockerfile-tls-verification-off
ENV NODE_TLS_REJECT_UNAUTHORIZED=1
# ok: dockerfile-tls-verification-off
RUN apt-get install -y curl && tar -xkf a.tar
