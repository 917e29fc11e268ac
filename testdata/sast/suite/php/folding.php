<?php
// ruleid: php-folding
g(1 + 2);
// ruleid: php-folding
h("a" . "b");
// ruleid: php-folding
h('a' . 'b');
// ruleid: php-folding
$a = "a"; h($a . "b"); h("{$a}b"); h("${a}b");
// ruleid: php-folding
i("a" . 1); i("a$a"); i("a$x"); i("a" . $x);
// ruleid: php-folding
$s = "a"; $s .= "b"; h($s); i($s); $s .= $x; i($s);
// ruleid: php-folding
i($c ? "a" : "b"); i(C); define("C", "x"); const D = "y"; i(D);
// ruleid: php-folding
class A { const E = "z"; public $f = "q"; private $g = "r"; static $h = "s"; function m() { i(self::E); i(A::E); i($this->f); i($this->g); i(self::$h); i(static::E); } }
i(sprintf("a")); i(strtolower("A")); i("a" . PHP_EOL);
// ruleid: php-folding
if ($z) { $y = "a"; } else { $y = "b"; } i($y);
foreach (["a"] as $v) { i($v); }
// ruleid: php-folding
function q($p = "x") { i($p); global $a; i($a); }
