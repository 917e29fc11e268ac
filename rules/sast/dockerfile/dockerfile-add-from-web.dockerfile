FROM alpine:3.20
ARG VERSION=1.0
# ruleid: dockerfile-add-from-web
ADD https://example.org/tools/install.tar.gz /opt/
# ruleid: dockerfile-add-from-web
ADD http://example.org/key.asc /etc/apt/keys/
# ruleid: dockerfile-add-from-web
ADD --chown=app:app https://example.org/releases/v${VERSION}/tool /usr/local/bin/tool
# ruleid: dockerfile-add-from-web
ADD ["https://example.org/a b.tar.gz", "/opt/"]
# ruleid: dockerfile-add-from-web
add https://example.org/one https://example.org/two /opt/
# ok: dockerfile-add-from-web
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.org/linux.tar.xz /src/
# A commit or tag of a repository.
# ok: dockerfile-add-from-web
ADD https://example.org/tool.git?ref=v1.2.0&keep-git-dir=1 /src/
# ok: dockerfile-add-from-web
ADD rootfs.tar.gz /
# ok: dockerfile-add-from-web
ADD --chmod=755 --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.org/tool /bin/
# ok: dockerfile-add-from-web
ADD https.conf /etc/httpd/
# ok: dockerfile-add-from-web
COPY https/ /srv/
