<?php

// ruleid: php-static-iv
$sealed = openssl_encrypt($text, 'aes-256-cbc', $key, 0, '1234567890123456');
$zeros = str_repeat("\0", 16);
// ruleid: php-static-iv
$sealed = openssl_encrypt($text, 'aes-256-cbc', $key, OPENSSL_RAW_DATA, $zeros);
// ruleid: php-static-iv
$sealed = openssl_encrypt($text, 'aes-256-gcm', $key, 0, hex2bin('000000000000000000000000'), $tag);
// ruleid: php-static-iv
$sealed = sodium_crypto_secretbox($text, str_repeat('n', SODIUM_CRYPTO_SECRETBOX_NONCEBYTES), $key);

function good($text, $key)
{
    $iv = random_bytes(16);
    // ok: php-static-iv
    $sealed = openssl_encrypt($text, 'aes-256-cbc', $key, 0, $iv);
    // ok: php-static-iv
    $other = openssl_encrypt($text, 'aes-256-cbc', $key, 0, openssl_random_pseudo_bytes(16));
    // ok: php-static-iv
    $box = sodium_crypto_secretbox($text, random_bytes(24), $key);
    // ok: php-static-iv
    $plain = openssl_decrypt($sealed, 'aes-256-cbc', $key, 0, $iv);
    return [$iv, $sealed, $other, $box, $plain];
}
