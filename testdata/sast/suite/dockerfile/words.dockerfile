FROM a
# ruleid: dockerfile-words-dots
RUN pip install foo
# ruleid: dockerfile-words-dots, dockerfile-words-flag
RUN sudo pip install --no-cache-dir foo
# ruleid: dockerfile-words-dots
RUN a && pip install x
# ok: dockerfile-words-dots, dockerfile-words-flag, dockerfile-words-mode, dockerfile-words-copy
RUN echo x; chmod 777 y
# ruleid: dockerfile-words-mode
RUN echo x && chmod 777 y
# ruleid: dockerfile-words-copy
COPY ["a", "b"]
# ruleid: dockerfile-words-copy
COPY a b
