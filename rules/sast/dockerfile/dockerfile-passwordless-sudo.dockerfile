FROM ubuntu:24.04
# ruleid: dockerfile-passwordless-sudo
RUN echo "app ALL=(ALL) NOPASSWD:ALL" >> /etc/sudoers
RUN adduser app && \
# ruleid: dockerfile-passwordless-sudo
    echo '%sudo ALL=(ALL:ALL) NOPASSWD: ALL' > /etc/sudoers.d/app
# ruleid: dockerfile-passwordless-sudo
RUN sed -i 's/%sudo.*/%sudo ALL=NOPASSWD:ALL/' /etc/sudoers
RUN <<SCRIPT
# ruleid: dockerfile-passwordless-sudo
echo "$USER ALL=(root) NOPASSWD:ALL" > /etc/sudoers.d/$USER
SCRIPT
# ok: dockerfile-passwordless-sudo
RUN echo "app ALL=(ALL) ALL" >> /etc/sudoers
# ok: dockerfile-passwordless-sudo
RUN echo "app ALL=(root) NOPASSWD: /usr/sbin/nginx -s reload" > /etc/sudoers.d/nginx
# ok: dockerfile-passwordless-sudo
RUN apt-get install -y sudo
# ok: dockerfile-passwordless-sudo
LABEL note="NOPASSWD:ALL is not used"
