<?php

// ruleid: php-cookie-not-httponly
setcookie('login', $value, 0, '/', '', true, false);
// ruleid: php-cookie-not-httponly
setcookie('login', $value, ['secure' => true, 'httponly' => false]);
// ruleid: php-cookie-not-httponly
session_set_cookie_params(['secure' => true, 'httponly' => false]);
// ruleid: php-cookie-not-httponly
ini_set('session.cookie_httponly', 'Off');
// ok: php-cookie-not-httponly
setcookie('login', $value, 0, '/', '', true, true);
// ok: php-cookie-not-httponly
setcookie('XSRF-TOKEN', $value, 0, '/', '', true, false);
// ok: php-cookie-not-httponly
session_set_cookie_params(['secure' => true, 'httponly' => true]);
// ok: php-cookie-not-httponly
ini_set('session.cookie_httponly', '1');
