<?php
// ruleid: php-deep-in-functions-f
foo(fn($x) => bar($x));
foo(function ($x) { return bar($x); });
// ruleid: php-deep-in-functions-h
$x = fn() => bar();
$x = match($y) { 1 => bar(), default => 2 };
$x = new class { function f() { return bar(); } };
