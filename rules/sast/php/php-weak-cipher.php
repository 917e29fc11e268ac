<?php

// ruleid: php-weak-cipher
$sealed = openssl_encrypt($text, 'aes-128-ecb', $key);
// ruleid: php-weak-cipher
$sealed = openssl_encrypt($text, 'DES-EDE3-CBC', $key, 0, $iv);
$method = 'rc4';
// ruleid: php-weak-cipher
$text = openssl_decrypt($sealed, $method, $key);
// ruleid: php-weak-cipher
$sealed = mcrypt_encrypt(MCRYPT_RIJNDAEL_256, $key, $text, MCRYPT_MODE_CBC, $iv);
// ok: php-weak-cipher
$sealed = openssl_encrypt($text, 'aes-256-gcm', $key, 0, $iv, $tag);
// ok: php-weak-cipher
$sealed = openssl_encrypt($text, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, $iv);
// ok: php-weak-cipher
$sealed = sodium_crypto_secretbox($text, $nonce, $key);
// ok: php-weak-cipher
$sealed = openssl_encrypt($text, 'chacha20-poly1305', $key, 0, $iv, $tag);
