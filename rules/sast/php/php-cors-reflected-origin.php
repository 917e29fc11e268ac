<?php

// ruleid: php-cors-reflected-origin
header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);
$origin = $_SERVER['HTTP_ORIGIN'] ?? '*';
// ruleid: php-cors-reflected-origin
header("Access-Control-Allow-Origin: $origin");
header('Access-Control-Allow-Credentials: true');

class Cors
{
    public function handle($request, $next)
    {
        $response = $next($request);
        // ruleid: php-cors-reflected-origin
        $response->headers->set('Access-Control-Allow-Origin', $request->headers->get('Origin'));
        // ruleid: php-cors-reflected-origin
        return $response->withHeader('Access-Control-Allow-Origin', $request->getHeaderLine('Origin'));
    }

    public function listed($request, $response)
    {
        $origin = $request->headers->get('Origin');
        if (in_array($origin, ['https://www.example.com'], true)) {
            // ok: php-cors-reflected-origin
            $response->headers->set('Access-Control-Allow-Origin', $origin);
        }
        // ok: php-cors-reflected-origin
        $response->headers->set('Access-Control-Allow-Origin', 'https://www.example.com');
    }
}

// ok: php-cors-reflected-origin
header('Access-Control-Allow-Origin: *');
// ok: php-cors-reflected-origin
header('Vary: ' . $_SERVER['HTTP_ORIGIN']);
