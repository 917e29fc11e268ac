FROM debian:12
ENV LISTEN=7070 OWNER=deploy
ENV BASE /opt/tool
ARG LATE=6060
# ruleid: dockerfile-variables-area
WORKDIR /var/$AREA
# ruleid: dockerfile-variables-area
WORKDIR /var/${AREA}
# ok: dockerfile-variables-area, dockerfile-variables-below, dockerfile-variables-base, dockerfile-variables-team, dockerfile-variables-deploy, dockerfile-variables-port, dockerfile-variables-late, dockerfile-variables-cd, dockerfile-variables-echo, dockerfile-variables-to
WORKDIR /var/log
# ruleid: dockerfile-variables-base
WORKDIR $BASE
# ruleid: dockerfile-variables-below
WORKDIR $BASE/bin
# ruleid: dockerfile-variables-team
USER $WHO:$TEAM
# ok: dockerfile-variables-area, dockerfile-variables-below, dockerfile-variables-base, dockerfile-variables-team, dockerfile-variables-deploy, dockerfile-variables-port, dockerfile-variables-late, dockerfile-variables-cd, dockerfile-variables-echo, dockerfile-variables-to
USER ${WHO}:${CREW}
# ruleid: dockerfile-variables-deploy
USER $OWNER
# ruleid: dockerfile-variables-port
EXPOSE $LISTEN
# ok: dockerfile-variables-area, dockerfile-variables-below, dockerfile-variables-base, dockerfile-variables-team, dockerfile-variables-deploy, dockerfile-variables-port, dockerfile-variables-late, dockerfile-variables-cd, dockerfile-variables-echo, dockerfile-variables-to
EXPOSE $LATE
# ruleid: dockerfile-variables-cd
RUN cd $BASE/bin && ls
# ruleid: dockerfile-variables-echo
RUN echo "$OWNER"
# ok: dockerfile-variables-area, dockerfile-variables-below, dockerfile-variables-base, dockerfile-variables-team, dockerfile-variables-deploy, dockerfile-variables-port, dockerfile-variables-late, dockerfile-variables-cd, dockerfile-variables-echo, dockerfile-variables-to
RUN echo "plain"
# ruleid: dockerfile-variables-to
COPY a $BASE
ENV LISTEN=7071
# ruleid: dockerfile-variables-late
EXPOSE ${LISTEN}
