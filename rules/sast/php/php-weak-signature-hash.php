<?php

// ruleid: php-weak-signature-hash
openssl_sign($data, $signature, $key);
// ruleid: php-weak-signature-hash
openssl_sign($data, $signature, $key, OPENSSL_ALGO_SHA1);
// ruleid: php-weak-signature-hash
$ok = openssl_verify($data, $signature, $public, OPENSSL_ALGO_MD5);
// ruleid: php-weak-signature-hash
$mac = hash_hmac('md5', $data, $key);
// ok: php-weak-signature-hash
openssl_sign($data, $signature, $key, OPENSSL_ALGO_SHA256);
// ok: php-weak-signature-hash
$ok = openssl_verify($data, $signature, $public, 'sha512');
// ok: php-weak-signature-hash
$mac = hash_hmac('sha256', $data, $key);
// ok: php-weak-signature-hash
$key = hash_pbkdf2('sha512', $text, $salt, 210000);
