<?php

// ruleid: php-insecure-random
$token = md5(uniqid(mt_rand(), true));
// ruleid: php-insecure-random
$this->resetCode = rand(100000, 999999);
$user->fill([
    // ruleid: php-insecure-random
    'api_key' => sha1(mt_rand()),
]);

function generatePassword($length)
{
    $letters = 'abcdefghijklmnopqrstuvwxyz';
    $text = '';
    for ($i = 0; $i < $length; $i++) {
        // ruleid: php-insecure-random
        $text .= $letters[rand(0, 25)];
    }
    return $text;
}

function good()
{
    // ok: php-insecure-random
    $token = bin2hex(random_bytes(16));
    // ok: php-insecure-random
    $color = rand(0, 255);
    // ok: php-insecure-random
    $element = 'field-' . uniqid();
    // ok: php-insecure-random
    $code = random_int(100000, 999999);
    return [$token, $color, $element, $code];
}

function times()
{
    // ok: php-insecure-random
    $token = ['expires' => clock(microtime(true))];
    // ruleid: php-insecure-random
    $secret = md5(microtime());
    return [$token, $secret];
}

function mixed_token($salt) {
    // ok: php-insecure-random
    $token = sha1($salt . uniqid((string) random_int(0, 100000), true));
    // ruleid: php-insecure-random
    $token = sha1($salt . uniqid((string) mt_rand(), true));
    return $token;
}

function both() {
    // ruleid: php-insecure-random
    $token = sha1(uniqid('' . mt_rand(), true));
    return $token;
}
