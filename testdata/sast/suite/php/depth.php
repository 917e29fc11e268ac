<?php
// ruleid: php-depth
function a() { if ($x) sql(1); }
// ruleid: php-depth
function b() { switch ($x) { case 1: sql(1); break; } }
// ruleid: php-depth
function c() { try { sql(1); } catch (E $e) { } }
// ruleid: php-depth
function d() { foreach ($x as $y) sql(1); }
function f() { $y = $x ? sql(1) : 2; }
function g() { array_map(fn($y) => sql(1), $z); }
// ruleid: php-depth
function h() { array_map(function($y) { sql(1); }, $z); }
// ruleid: php-depth
function i() { return sql(1); }
// ruleid: php-depth
function j() { echo sql(1); }
// ruleid: php-depth
function k() { $x = sql(1) or die(); }
function l() { if (sql(1)) {} }
// ruleid: php-depth
function m() { $x[] = sql(1); }
// ruleid: php-depth
function n() { @sql(1); }
// ruleid: php-depth
function o() { "a" . sql(1); }
function p() { while ($r = sql(1)) {} }
// ruleid: php-depth
class A { public static function q() { sql(1); } }
