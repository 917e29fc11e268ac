FROM python:3.13
# ruleid: dockerfile-debug-enabled
ENV FLASK_DEBUG=1
# ruleid: dockerfile-debug-enabled
ENV PYTHONUNBUFFERED=1 DJANGO_DEBUG=True
# ruleid: dockerfile-debug-enabled
ENV FLASK_ENV development
# ruleid: dockerfile-debug-enabled
CMD ["node", "--inspect=0.0.0.0:9229", "server.js"]
# ruleid: dockerfile-debug-enabled
ENV JAVA_TOOL_OPTIONS="-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005"
# ok: dockerfile-debug-enabled
ENV FLASK_DEBUG=0
# ok: dockerfile-debug-enabled
ENV DJANGO_DEBUG=false
# ok: dockerfile-debug-enabled
CMD ["node", "--inspect=127.0.0.1:9229", "server.js"]
# ok: dockerfile-debug-enabled
ENV FLASK_ENV=production
# ok: dockerfile-debug-enabled
ENV APP_DEBUG_PORT=1
