<?php
// ruleid: php-interpolated-name
define("SECRET", "x");
// ok: php-interpolated-name, php-interpolated-braces, php-interpolated-bare, php-interpolated-method
define($a, "x");
// ruleid: php-interpolated-braces, php-interpolated-bare
foo("select {$id}");
// ruleid: php-interpolated-braces, php-interpolated-bare
foo("a $b c");
// ok: php-interpolated-name, php-interpolated-braces, php-interpolated-bare, php-interpolated-method
foo("plain");
class A {
  // ruleid: php-interpolated-method
  private function b(Request $r): string { return "x"; }
  // ok: php-interpolated-name, php-interpolated-braces, php-interpolated-bare, php-interpolated-method
  function c($r) { }
}
