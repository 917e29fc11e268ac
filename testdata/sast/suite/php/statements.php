<?php
// ruleid: php-statements-fn, php-statements-meth
function a() {
  // ruleid: php-statements-seq
  open_it();
  b();
  close_it();
  // ruleid: php-statements-ret
  return 1;
}
// ruleid: php-statements-cls
class A extends Base {
  // ruleid: php-statements-fn, php-statements-meth
  public function m($x) { b(); }
  // ruleid: php-statements-fn, php-statements-meth
  private function n($x) { b(); }
}
// ruleid: php-statements-if
if ($x) { f(); }
// ruleid: php-statements-assign
$z = 1;
// ruleid: php-statements-foreach
foreach ($l as $i) { f(); }
// ruleid: php-statements-try
try { f(); } catch (E $e) { g(); }
