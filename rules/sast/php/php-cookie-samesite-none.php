<?php
// ruleid: php-cookie-samesite-none
setcookie('id', $value, ['secure' => true, 'httponly' => true, 'samesite' => 'None']);
// ok: php-cookie-samesite-none
setcookie('id', $value, ['secure' => true, 'httponly' => true, 'samesite' => 'Lax']);
// ruleid: php-cookie-samesite-none
session_set_cookie_params(['secure' => true, 'samesite' => 'None']);
// ok: php-cookie-samesite-none
session_set_cookie_params(['secure' => true, 'samesite' => 'Strict']);
// ruleid: php-cookie-samesite-none
ini_set('session.cookie_samesite', 'None');
// ok: php-cookie-samesite-none
ini_set('session.cookie_samesite', 'Lax');
// ruleid: php-cookie-samesite-none
session_start(['cookie_samesite' => 'None']);
// ok: php-cookie-samesite-none
setcookie('id', $value, ['secure' => true]);
