<?php

// ruleid: php-weak-hash
$signature = md5($body . $secret);
// ruleid: php-weak-hash
$sum = sha1_file($path);
// ruleid: php-weak-hash
$sum = hash('md5', $text);
$algorithm = 'sha1';
// ruleid: php-weak-hash
$sum = hash($algorithm, $text);
// ok: php-weak-hash
$sum = hash('sha256', $text);
// ok: php-weak-hash
$sum = hash_file('sha512', $path);
// ok: php-weak-hash
$mac = hash_hmac('sha256', $text, $key);
// ok: php-weak-hash
$sum = $hasher->md5($text);
