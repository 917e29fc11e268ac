<?php
// ruleid: php-forms-inc
include($a);
// ok: php-forms-inc, php-forms-new, php-forms-bool, php-forms-case, php-forms-iface
include_once($a);
// ruleid: php-forms-new
$x = new $c(1);
// ruleid: php-forms-new
$y = new Foo();
// ok: php-forms-inc, php-forms-new, php-forms-bool, php-forms-case, php-forms-iface
$z = `ls $x`;
// ruleid: php-forms-bool
f(FALSE);
// ok: php-forms-inc, php-forms-new, php-forms-bool, php-forms-case, php-forms-iface
f(0);
// ruleid: php-forms-case
if (bar() == Bar()) { g(); }
// ruleid: php-forms-iface
interface Q extends B, A { }
// ok: php-forms-inc, php-forms-new, php-forms-bool, php-forms-case, php-forms-iface
interface R extends B { }
