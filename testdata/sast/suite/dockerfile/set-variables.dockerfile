FROM mill
# ruleid: dockerfile-set-variables-export, dockerfile-set-variables-rye, dockerfile-set-variables-then, dockerfile-set-variables-plain
RUN export GRAIN=rye && grind
# ok: dockerfile-set-variables-export, dockerfile-set-variables-rye, dockerfile-set-variables-then, dockerfile-set-variables-plain, dockerfile-set-variables-add
RUN GRAIN=oats grind
# ruleid: dockerfile-set-variables-export, dockerfile-set-variables-rye, dockerfile-set-variables-plain
RUN export GRAIN=rye
# ruleid: dockerfile-set-variables-export, dockerfile-set-variables-plain
RUN WHEEL=oak
# ruleid: dockerfile-set-variables-export, dockerfile-set-variables-then, dockerfile-set-variables-plain
RUN WHEEL=oak && export GRAIN=wheat
# ok: dockerfile-set-variables-export, dockerfile-set-variables-rye, dockerfile-set-variables-then, dockerfile-set-variables-plain, dockerfile-set-variables-add
ADD sack /bin
