FROM debian:12
# ruleid: dockerfile-unsigned-packages
RUN apt-get update && apt-get install -y --allow-unauthenticated tool
# ruleid: dockerfile-unsigned-packages
RUN apt-get -y --force-yes install tool
# ruleid: dockerfile-unsigned-packages
RUN echo "deb [trusted=yes] https://example.org/apt stable main" > /etc/apt/sources.list.d/x.list
# ruleid: dockerfile-unsigned-packages
RUN apk add --no-cache /tmp/tool.apk
RUN dnf clean all && \
# ruleid: dockerfile-unsigned-packages
    dnf install -y https://example.org/tool.rpm
# ruleid: dockerfile-unsigned-packages
RUN rpm -i --nosignature tool.rpm
# ruleid: dockerfile-unsigned-packages
RUN echo 'APT::Get::AllowUnauthenticated "true";' > /etc/apt/apt.conf.d/99x
RUN <<SCRIPT
# ruleid: dockerfile-unsigned-packages
printf "[x]\nbaseurl=https://example.org\ngpgcheck=0\n" > /etc/yum.repos.d/x.repo
SCRIPT
# ok: dockerfile-unsigned-packages
RUN apt-get install -y --no-install-recommends tool
# Packages that this build has made.
# ok: dockerfile-unsigned-packages
RUN echo "deb [ trusted=yes ] file:///tmp/built ./" > /etc/apt/sources.list.d/own.list
# ok: dockerfile-unsigned-packages
RUN echo "deb [signed-by=/usr/share/keyrings/x.gpg] https://example.org/apt stable main" > /etc/apt/sources.list.d/x.list
# ok: dockerfile-unsigned-packages
RUN dnf install -y tool && rpm --import https://example.org/key
# ok: dockerfile-unsigned-packages
RUN printf "gpgcheck=1\n" >> /etc/yum.repos.d/x.repo
# ok: dockerfile-unsigned-packages
RUN apk add --no-cache tool
