FROM debian:12
# ruleid: dockerfile-ssh-server
EXPOSE 22
# ruleid: dockerfile-ssh-server
EXPOSE 80 22/tcp
# ruleid: dockerfile-ssh-server
RUN sed -i 's/#PermitRootLogin prohibit-password/PermitRootLogin yes/' /etc/ssh/sshd_config
# ruleid: dockerfile-ssh-server
CMD ["/usr/sbin/sshd", "-D"]
# ruleid: dockerfile-ssh-server
ENTRYPOINT service ssh start && bash
# ok: dockerfile-ssh-server
EXPOSE 8022
# ok: dockerfile-ssh-server
EXPOSE 2200-2222
# ok: dockerfile-ssh-server
RUN apt-get install -y openssh-client
# ok: dockerfile-ssh-server
RUN echo "PermitRootLogin no" >> /etc/ssh/sshd_config
# ok: dockerfile-ssh-server
CMD ["sshd-exporter"]
