FROM mill:1
# ruleid: dockerfile-words-around-instructions-run, dockerfile-words-around-instructions-two
ONBUILD RUN make
# ok: dockerfile-words-around-instructions-run, dockerfile-words-around-instructions-cmd, dockerfile-words-around-instructions-two, dockerfile-words-around-instructions-later
RUN npm install
# ruleid: dockerfile-words-around-instructions-cmd, dockerfile-words-around-instructions-later
HEALTHCHECK --interval=5s CMD curl x
# ruleid: dockerfile-words-around-instructions-cmd
CMD grind
