<?php
// ruleid: php-echoed-lists-any
echo $a;
// ruleid: php-echoed-lists-any, php-echoed-lists-last
echo $a, $b;
// ruleid: php-echoed-lists-any, php-echoed-lists-last, php-echoed-lists-named
echo $a, "x", $b;
// ruleid: php-echoed-lists-any, php-echoed-lists-named
echo "x";
// ruleid: php-echoed-lists-any, php-echoed-lists-last
echo f($a), $b;
