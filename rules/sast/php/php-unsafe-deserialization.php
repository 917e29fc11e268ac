<?php

// ruleid: php-unsafe-deserialization
$cart = unserialize($_COOKIE['cart']);
// ruleid: php-unsafe-deserialization
$data = unserialize(base64_decode($_POST['data']));
$raw = file_get_contents('php://input');
// ruleid: php-unsafe-deserialization
$message = @unserialize($raw);
// ruleid: php-unsafe-deserialization
$state = unserialize(urldecode($_GET['state']), ['max_depth' => 10]);
// ruleid: php-unsafe-deserialization
$settings = maybe_unserialize(stripslashes($_REQUEST['settings']));
// ok: php-unsafe-deserialization
$cart = json_decode($_COOKIE['cart'], true);
// ok: php-unsafe-deserialization
$data = unserialize($_POST['data'], ['allowed_classes' => false]);
// ok: php-unsafe-deserialization
$data = unserialize($_POST['data'], ['allowed_classes' => [Point::class]]);
// ok: php-unsafe-deserialization
$cached = unserialize(file_get_contents('/var/cache/items.ser'));
// ok: php-unsafe-deserialization
$text = serialize($_POST['data']);

class SessionStore
{
    public function read(Request $request)
    {
        return $this->decode($request->cookie('session'));
    }

    private function decode($text)
    {
        // ruleid: php-unsafe-deserialization
        return unserialize(base64_decode($text));
    }

    public function signed(Request $request, string $key)
    {
        $payload = $request->input('payload');
        if (!hash_equals(hash_hmac('sha256', $payload, $key), $request->input('mac'))) {
            throw new RuntimeException('signature');
        }
        // ok: php-unsafe-deserialization
        return unserialize($payload);
    }
}
