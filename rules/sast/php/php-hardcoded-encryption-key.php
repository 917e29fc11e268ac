<?php

use Firebase\JWT\JWT;
use Firebase\JWT\Key;

class Box
{
    const KEY = 'not so ' . 'hidden';

    public function seal($text, $iv)
    {
        // ruleid: php-hardcoded-encryption-key
        return openssl_encrypt($text, 'aes-256-cbc', 'a fixed text', 0, $iv);
    }

    public function token($claims)
    {
        // ruleid: php-hardcoded-encryption-key
        return JWT::encode($claims, 'example', 'HS256');
    }

    public function read($token)
    {
        // ruleid: php-hardcoded-encryption-key
        return JWT::decode($token, new Key('example', 'HS256'));
    }

    public function sign($text)
    {
        // ruleid: php-hardcoded-encryption-key
        return hash_hmac('sha256', $text, self::KEY);
    }

    public function good($text, $iv, $claims, $token)
    {
        // ok: php-hardcoded-encryption-key
        $sealed = openssl_encrypt($text, 'aes-256-cbc', getenv('BOX_KEY'), 0, $iv);
        // ok: php-hardcoded-encryption-key
        $signed = JWT::encode($claims, $this->settings->key, 'HS256');
        // ok: php-hardcoded-encryption-key
        $read = JWT::decode($token, new Key(file_get_contents('/run/secrets/key'), 'HS256'));
        // ok: php-hardcoded-encryption-key
        return hash_hmac('sha256', 'a fixed text', $this->key);
    }
}
