<?php

// ruleid: php-display-errors
ini_set('display_errors', 1);
// ruleid: php-display-errors
ini_set('display_errors', 'On');
// ruleid: php-display-errors
ini_set('display_startup_errors', '1');

class Boot
{
    public function run()
    {
        // ruleid: php-display-errors
        ini_set('display_errors', true);
    }
}

// ok: php-display-errors
ini_set('display_errors', 0);
// ok: php-display-errors
ini_set('display_errors', '0');
if (APP_DEBUG) {
    // ok: php-display-errors
    ini_set('display_errors', 1);
}
// ok: php-display-errors
ini_set('log_errors', 1);
// ok: php-display-errors
ini_set('display_errors', 'stderr');
