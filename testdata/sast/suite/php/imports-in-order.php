<?php
use My\Full\Name;
// ruleid: php-imports-in-order-any
$a = new Name();
use Other\Name;
// ok: php-imports-in-order-any
$a = new Name();
use My\Full\Other as Name;
// ok: php-imports-in-order-any
$a = new Name();
