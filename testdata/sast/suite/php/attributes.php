<?php
// ruleid: php-attributes-none
#[One]
class A { }
// ok: php-attributes-none
#[Two("x")]
class B { }
// ok: php-attributes-none
class C { }
