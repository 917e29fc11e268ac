FROM debian:12
ARG ACCOUNT=app
USER $ACCOUNT
# ok: dockerfile-no-user
ENTRYPOINT ["/server"]
