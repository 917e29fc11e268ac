<?php

// ruleid: php-phpinfo-exposed
phpinfo();
// ruleid: php-phpinfo-exposed
phpinfo(INFO_ENVIRONMENT);
if ($_GET['debug']) {
    // ruleid: php-phpinfo-exposed
    phpinfo();
}

class Tools
{
    public function info()
    {
        // ruleid: php-phpinfo-exposed
        \phpinfo();
    }

    public function modules()
    {
        ob_start();
        // ok: php-phpinfo-exposed
        phpinfo(INFO_MODULES);
        return ob_get_clean();
    }
}

// ok: php-phpinfo-exposed
echo phpversion();
if (PHP_SAPI === 'cli') {
    // ok: php-phpinfo-exposed
    phpinfo();
}
// ok: php-phpinfo-exposed
$tools->phpinfo();
