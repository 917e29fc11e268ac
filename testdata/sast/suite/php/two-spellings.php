<?php
// ruleid: php-two-spellings-default, php-two-spellings-short, php-two-spellings-long, php-two-spellings-val
$a = $b ?? 'c';
// ruleid: php-two-spellings-default, php-two-spellings-short, php-two-spellings-long, php-two-spellings-val
$a = $b ?: 'c';
// ruleid: php-two-spellings-long, php-two-spellings-val
$a = $b ? $d : 'c';
// ruleid: php-two-spellings-ref, php-two-spellings-val
$a = &$b;
// ruleid: php-two-spellings-val
$a = $b;
// ruleid: php-two-spellings-ends, php-two-spellings-ends2
exit(1);
// ruleid: php-two-spellings-ends, php-two-spellings-ends2
die("x");
// ruleid: php-two-spellings-ends, php-two-spellings-ends2
DIE("x");
function f() {
  // ruleid: php-two-spellings-global
  global $x, $y;
}
