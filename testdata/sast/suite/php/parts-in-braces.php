<?php
// ruleid: php-parts-in-braces-three, php-parts-in-braces-some, php-parts-in-braces-old, php-parts-in-braces-dots
$a = "dear {$name} good day";
// ruleid: php-parts-in-braces-dots
$b = "{$name} good day";
// ruleid: php-parts-in-braces-some, php-parts-in-braces-dots
$c = "dear {$name}";
// ruleid: php-parts-in-braces-three, php-parts-in-braces-some, php-parts-in-braces-old, php-parts-in-braces-dots
$d = "dear $name good day";
// ruleid: php-parts-in-braces-three, php-parts-in-braces-some, php-parts-in-braces-old, php-parts-in-braces-dots
$e = "dear {$o->name} good day";
// ok: php-parts-in-braces-three, php-parts-in-braces-some, php-parts-in-braces-old, php-parts-in-braces-dots
$f = "dear";
