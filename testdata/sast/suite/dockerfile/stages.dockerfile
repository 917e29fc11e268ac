# ruleid: dockerfile-stages
FROM a:1 AS b
FROM a as b
# ruleid: dockerfile-stages
FROM --platform=x a:1 AS c
