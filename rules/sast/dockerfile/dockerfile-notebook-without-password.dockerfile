FROM jupyter/base-notebook:lab-4.0.7
# ruleid: dockerfile-notebook-without-password
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--NotebookApp.token=''", "--NotebookApp.password=''"]
# ruleid: dockerfile-notebook-without-password
ENTRYPOINT jupyter notebook --allow-root --ServerApp.token=''
# ruleid: dockerfile-notebook-without-password
CMD jupyter lab --ip=0.0.0.0 --IdentityProvider.token="" --no-browser
# ruleid: dockerfile-notebook-without-password
RUN echo "c.NotebookApp.token = ''" >> /root/.jupyter/jupyter_notebook_config.py
# ruleid: dockerfile-notebook-without-password
CMD ["code-server", "--bind-addr", "0.0.0.0:8080", "--auth", "none"]
# ok: dockerfile-notebook-without-password
CMD ["jupyter", "lab", "--ip=0.0.0.0"]
# ok: dockerfile-notebook-without-password
CMD jupyter notebook --ServerApp.token="$TOKEN"
# ok: dockerfile-notebook-without-password
CMD ["code-server", "--auth", "password"]
# ok: dockerfile-notebook-without-password
RUN echo "c.NotebookApp.token_file = 'x'" >> /root/.jupyter/jupyter_notebook_config.py
