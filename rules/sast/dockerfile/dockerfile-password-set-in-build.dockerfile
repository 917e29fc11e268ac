FROM ubuntu:24.04
# ruleid: dockerfile-password-set-in-build
RUN echo 'root:toor' | chpasswd
# ruleid: dockerfile-password-set-in-build
RUN useradd -m app && echo "app:app123" | chpasswd
# ruleid: dockerfile-password-set-in-build
RUN passwd -d root
# ruleid: dockerfile-password-set-in-build
RUN useradd -m -p secretpw -s /bin/bash app
RUN adduser --disabled-password app && \
# ruleid: dockerfile-password-set-in-build
    printf 'app:opensesame' | /usr/sbin/chpasswd
# ruleid: dockerfile-password-set-in-build
RUN useradd -p $(openssl passwd -1 letmein) app
# ok: dockerfile-password-set-in-build
RUN echo "app:$(cat /run/secrets/pw)" | chpasswd
# ok: dockerfile-password-set-in-build
RUN useradd --create-home --shell /bin/bash app
# ok: dockerfile-password-set-in-build
RUN passwd -l root
# ok: dockerfile-password-set-in-build
RUN echo "root:$ROOT_PASSWORD" | chpasswd
# ok: dockerfile-password-set-in-build
RUN useradd -p '*' app && mkdir -p /home/app
