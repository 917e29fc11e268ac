# ruleid: dockerfile-whole-instructions-any
FROM a
# ruleid: dockerfile-whole-instructions-any, dockerfile-whole-instructions-key
LABEL "k e y"=v
# ruleid: dockerfile-whole-instructions-any
LABEL k=w
# ruleid: dockerfile-whole-instructions-any, dockerfile-whole-instructions-same
ENV PORT 80
# ruleid: dockerfile-whole-instructions-any
RUN echo 80
# ruleid: dockerfile-whole-instructions-any
RUN echo 100
# ruleid: dockerfile-whole-instructions-any
ENV PORT 90
# ruleid: dockerfile-whole-instructions-any
RUN a b
