<?php
// ruleid: php-conditions-without-branches-more
if ($a > 2) { f(); }
// ruleid: php-conditions-without-branches-more
if ($a > 2) f(); else g();
// ok: php-conditions-without-branches-more
if ($a < 2) { f(); }
// ruleid: php-conditions-without-branches-more
if ($a > 2): f(); endif;
