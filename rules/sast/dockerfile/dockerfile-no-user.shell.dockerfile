FROM python:3.13
COPY . /app
# ruleid: dockerfile-no-user
CMD python /app/main.py
