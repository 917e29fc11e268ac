FROM a
# ruleid: dockerfile-cleanup
RUN yum install x
RUN yum install x && yum clean all
RUN a && yum install x; yum clean all
# ruleid: dockerfile-cleanup
RUN yum -y update
