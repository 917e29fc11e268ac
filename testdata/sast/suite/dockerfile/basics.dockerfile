# ruleid: dockerfile-basics-from, dockerfile-basics-tag, dockerfile-basics-as
FROM ubuntu:latest AS base
# ruleid: dockerfile-basics-from
FROM alpine
# ruleid: dockerfile-basics-run, dockerfile-basics-sudo
RUN sudo make
# ruleid: dockerfile-basics-run, dockerfile-basics-word
RUN apt-get update && apt-get install -y x
# ruleid: dockerfile-basics-user
USER root
# ok: dockerfile-basics-from, dockerfile-basics-tag, dockerfile-basics-run, dockerfile-basics-sudo, dockerfile-basics-user, dockerfile-basics-cmd, dockerfile-basics-copy, dockerfile-basics-exp, dockerfile-basics-expone, dockerfile-basics-arg, dockerfile-basics-work, dockerfile-basics-lab, dockerfile-basics-ent, dockerfile-basics-as, dockerfile-basics-mnt, dockerfile-basics-word
USER app
# ruleid: dockerfile-basics-user
USER root:root
# ruleid: dockerfile-basics-cmd
CMD ["a", "b"]
# ok: dockerfile-basics-from, dockerfile-basics-tag, dockerfile-basics-run, dockerfile-basics-sudo, dockerfile-basics-user, dockerfile-basics-cmd, dockerfile-basics-copy, dockerfile-basics-exp, dockerfile-basics-expone, dockerfile-basics-arg, dockerfile-basics-work, dockerfile-basics-lab, dockerfile-basics-ent, dockerfile-basics-as, dockerfile-basics-mnt, dockerfile-basics-word
CMD echo a
# ruleid: dockerfile-basics-copy
COPY a b
# ruleid: dockerfile-basics-copy
COPY --chown=x a b
# ruleid: dockerfile-basics-exp, dockerfile-basics-expone
EXPOSE 22
# ruleid: dockerfile-basics-exp
EXPOSE 22 80/tcp
# ruleid: dockerfile-basics-arg
ARG A=b
# ok: dockerfile-basics-from, dockerfile-basics-tag, dockerfile-basics-run, dockerfile-basics-sudo, dockerfile-basics-user, dockerfile-basics-cmd, dockerfile-basics-copy, dockerfile-basics-exp, dockerfile-basics-expone, dockerfile-basics-arg, dockerfile-basics-work, dockerfile-basics-lab, dockerfile-basics-ent, dockerfile-basics-as, dockerfile-basics-mnt, dockerfile-basics-word
ARG C
# ruleid: dockerfile-basics-work
WORKDIR /x
# ruleid: dockerfile-basics-lab
LABEL a=b
# ruleid: dockerfile-basics-ent
ENTRYPOINT ["x"]
# ruleid: dockerfile-basics-mnt
MAINTAINER me
