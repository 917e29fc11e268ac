<?php

// ruleid: php-cookie-not-secure
setcookie('theme', $theme, time() + 3600, '/', '', false, true);
// ruleid: php-cookie-not-secure
setcookie('theme', $theme, ['secure' => false, 'httponly' => true]);
// ruleid: php-cookie-not-secure
session_set_cookie_params(['lifetime' => 3600, 'secure' => false]);
// ruleid: php-cookie-not-secure
ini_set('session.cookie_secure', 0);
// ruleid: php-cookie-not-secure
ini_set('session.cookie_secure', 'off');
// ruleid: php-cookie-not-secure
setcookie('auth_token', $token, time() + 3600, '/');
// ok: php-cookie-not-secure
setcookie('theme', $theme, time() + 3600, '/', '', true, true);
// ok: php-cookie-not-secure
setcookie('auth_token', $token, ['secure' => true, 'httponly' => true]);
// ok: php-cookie-not-secure
setcookie('auth_token', '', time() - 3600, '/');
// ok: php-cookie-not-secure
ini_set('session.cookie_secure', '1');
// ok: php-cookie-not-secure
setcookie('theme', $theme, time() + 3600);
// ruleid: php-cookie-not-secure
setcookie("shopSession", $value);
// ok: php-cookie-not-secure
setcookie("language", $value);
// ok: php-cookie-not-secure
setcookie("token", "");
