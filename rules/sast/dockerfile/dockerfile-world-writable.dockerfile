FROM debian:12
# ruleid: dockerfile-world-writable
RUN chmod 777 /app
# ruleid: dockerfile-world-writable
RUN mkdir -p /data && chmod -R 0777 /data && ls
RUN set -e; \
# ruleid: dockerfile-world-writable
    chmod a+rwx /var/lib/app; \
# ruleid: dockerfile-world-writable
    chmod -R o+w /srv
# ruleid: dockerfile-world-writable
RUN chmod ugo+rw /etc/app.conf
# ruleid: dockerfile-world-writable
COPY --chmod=777 entrypoint.sh /
# ruleid: dockerfile-world-writable
COPY --from=build --chmod=0666 /out/settings.ini /etc/
# ok: dockerfile-world-writable
RUN chmod 755 /app
# ok: dockerfile-world-writable
RUN chmod 1777 /tmp
# ok: dockerfile-world-writable
RUN chmod +x /entrypoint.sh && chmod u+w /a
# ok: dockerfile-world-writable
COPY --chmod=755 entrypoint.sh /
# ok: dockerfile-world-writable
RUN chmod g+w /data && chmod 3777 /var/run/db
# ok: dockerfile-world-writable
RUN chmod -R a+rX /srv
