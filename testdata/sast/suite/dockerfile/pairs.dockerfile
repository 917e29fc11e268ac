FROM a
# ruleid: dockerfile-pairs-one
ENV A=1
# ruleid: dockerfile-pairs-some
ENV A=1 B=2
# ruleid: dockerfile-pairs-one
ENV A 1
# ruleid: dockerfile-pairs-lab
LABEL A=1 B=2
# ok: dockerfile-pairs-one, dockerfile-pairs-some, dockerfile-pairs-lab
LABEL A=1
