<?php
function g() { foo(); array_map(fn($y) => sql(1), $z); }
// ruleid: php-lambdas
function h() { foo(); array_map(function($y) { sql(1); }, $z); }
