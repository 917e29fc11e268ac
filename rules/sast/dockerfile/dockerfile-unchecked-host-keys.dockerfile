FROM debian:12
# ruleid: dockerfile-unchecked-host-keys
RUN echo "StrictHostKeyChecking no" >> /etc/ssh/ssh_config
# ruleid: dockerfile-unchecked-host-keys
ENV GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no"
RUN mkdir -p ~/.ssh && \
# ruleid: dockerfile-unchecked-host-keys
    printf "Host *\n StrictHostKeyChecking no\n" > ~/.ssh/config
# ruleid: dockerfile-unchecked-host-keys
RUN --mount=type=ssh ssh -oStrictHostKeyChecking=off git@example.org
# ok: dockerfile-unchecked-host-keys
RUN echo "StrictHostKeyChecking yes" >> /etc/ssh/ssh_config
# ok: dockerfile-unchecked-host-keys
COPY known_hosts /root/.ssh/known_hosts
# ok: dockerfile-unchecked-host-keys
RUN --mount=type=ssh ssh -o StrictHostKeyChecking=accept-new git@example.org
# ok: dockerfile-unchecked-host-keys
LABEL ssh="StrictHostKeyChecking no"
