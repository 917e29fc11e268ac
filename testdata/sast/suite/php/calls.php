<?php
$s = "ab";
// ruleid: php-calls-any
f();
// ruleid: php-calls-any, php-calls-one
f(1);
// ruleid: php-calls-obj
$o->m(1);
// ruleid: php-calls-obj
$this->m(1);
// ruleid: php-calls-static
K::s();
// ruleid: php-calls-str
g("ab");
// ruleid: php-calls-str
g('ab');
// ruleid: php-calls-str
g($s);
// ok: php-calls-any, php-calls-obj, php-calls-static, php-calls-str, php-calls-new, php-calls-one, php-calls-concat, php-calls-idx, php-calls-echo, php-calls-arr, php-calls-super
g($v);
// ruleid: php-calls-new
$n = new A();
// ruleid: php-calls-concat
$c = $a . "b";
// ruleid: php-calls-idx
$q = $x["k"];
// ruleid: php-calls-echo
echo $x;
// ruleid: php-calls-concat, php-calls-echo
echo "a" . $x;
// ruleid: php-calls-arr
g(["k" => 1]);
// ruleid: php-calls-arr
g(["j" => 2, "k" => 1]);
// ruleid: php-calls-super
$r = $_GET["a"];
