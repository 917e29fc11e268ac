FROM a
# ruleid: dockerfile-commands
RUN apt-get update && apt-get upgrade -y
# ruleid: dockerfile-commands
RUN apt-get upgrade
# ruleid: dockerfile-commands
RUN dnf install x
RUN dnf install x -y z
RUN dnf install -y x && dnf clean all
# ruleid: dockerfile-commands
RUN foo && dnf install x && bar
