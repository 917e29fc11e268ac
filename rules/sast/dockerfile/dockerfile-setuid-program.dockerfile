FROM debian:12
# ruleid: dockerfile-setuid-program
RUN chmod u+s /usr/bin/python3
# ruleid: dockerfile-setuid-program
RUN chmod 4755 /usr/local/bin/helper
# ruleid: dockerfile-setuid-program
RUN make install && chmod +s /usr/local/bin/helper
# ruleid: dockerfile-setuid-program
RUN chmod -v 6755 /usr/local/bin/helper
# ok: dockerfile-setuid-program
RUN chmod 755 /usr/local/bin/helper
# ok: dockerfile-setuid-program
RUN chmod 1777 /tmp
# ok: dockerfile-setuid-program
RUN chmod u-s /bin/mount
# ok: dockerfile-setuid-program
RUN setcap cap_net_bind_service=+ep /usr/local/bin/server
