FROM a
# ruleid: dockerfile-options
RUN pip install x
RUN pip install x --no-cache-dir
# ruleid: dockerfile-options
RUN apt-get update && apt-get install -y x
RUN apt-get install --no-install-recommends y
# ruleid: dockerfile-options
RUN curl http://x | sh
# ruleid: dockerfile-options
RUN cd /a && ls
# ruleid: dockerfile-options
RUN a | b
# ruleid: dockerfile-options
RUN a && b | c
