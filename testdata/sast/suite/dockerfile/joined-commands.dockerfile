# ruleid: dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN a
# ruleid: dockerfile-joined-commands-a, dockerfile-joined-commands-c, dockerfile-joined-commands-d, dockerfile-joined-commands-e, dockerfile-joined-commands-f, dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN a && b
# ruleid: dockerfile-joined-commands-a, dockerfile-joined-commands-c, dockerfile-joined-commands-d, dockerfile-joined-commands-e, dockerfile-joined-commands-f, dockerfile-joined-commands-i, dockerfile-joined-commands-k, dockerfile-joined-commands-l, dockerfile-joined-commands-m, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN a && b && c
# ruleid: dockerfile-joined-commands-b, dockerfile-joined-commands-f, dockerfile-joined-commands-i, dockerfile-joined-commands-k, dockerfile-joined-commands-l, dockerfile-joined-commands-m, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN c && a && b
# ruleid: dockerfile-joined-commands-a, dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-m, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN a && b | c
# ruleid: dockerfile-joined-commands-g, dockerfile-joined-commands-h, dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-o, dockerfile-joined-commands-q, dockerfile-joined-commands-t
RUN a | b
# ruleid: dockerfile-joined-commands-g, dockerfile-joined-commands-h, dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-m, dockerfile-joined-commands-o, dockerfile-joined-commands-q, dockerfile-joined-commands-t
RUN a | b && c
# ruleid: dockerfile-joined-commands-j
RUN a ; b
RUN a; b; c
# ruleid: dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-t
RUN a x && b x && c x
# ruleid: dockerfile-joined-commands-a, dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN a && (b && c)
# ruleid: dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-o, dockerfile-joined-commands-p, dockerfile-joined-commands-t
RUN a || b
# ruleid: dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-m, dockerfile-joined-commands-o, dockerfile-joined-commands-p, dockerfile-joined-commands-t
RUN a || b && c
# ruleid: dockerfile-joined-commands-a, dockerfile-joined-commands-c, dockerfile-joined-commands-d, dockerfile-joined-commands-e, dockerfile-joined-commands-f, dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN x=1 a && b
RUN if a; then b; fi
RUN for a in b; do c; done
# ruleid: dockerfile-joined-commands-a, dockerfile-joined-commands-c, dockerfile-joined-commands-d, dockerfile-joined-commands-e, dockerfile-joined-commands-f, dockerfile-joined-commands-i, dockerfile-joined-commands-k, dockerfile-joined-commands-l, dockerfile-joined-commands-m, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN a && \
  b && \
  c
# ruleid: dockerfile-joined-commands-a, dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-m, dockerfile-joined-commands-n, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN a \
  && b x y \
  && c
# ruleid: dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-t
RUN a "b" && b "x"
# ruleid: dockerfile-joined-commands-a, dockerfile-joined-commands-d, dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-m, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN a > b && c
# ruleid: dockerfile-joined-commands-j
RUN a & b
RUN set -e; a && b
# ruleid: dockerfile-joined-commands-f, dockerfile-joined-commands-i, dockerfile-joined-commands-l, dockerfile-joined-commands-m, dockerfile-joined-commands-o, dockerfile-joined-commands-t
RUN a $(b && c)
RUN { a && b; }
RUN (a && b)
