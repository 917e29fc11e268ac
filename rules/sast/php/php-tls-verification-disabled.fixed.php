<?php

use GuzzleHttp\Client;
use Illuminate\Support\Facades\Http;

$ch = curl_init('https://api.example.com');
// ruleid: php-tls-verification-disabled
curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false);
// ruleid: php-tls-verification-disabled
curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, FALSE);
// ruleid: php-tls-verification-disabled
curl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 0);
// ruleid: php-tls-verification-disabled
curl_setopt_array($ch, [CURLOPT_TIMEOUT => 3, CURLOPT_SSL_VERIFYPEER => false]);
// ruleid: php-tls-verification-disabled
$context = stream_context_create(['ssl' => ['verify_peer' => true, 'cafile' => $ca]]);
// ruleid: php-tls-verification-disabled
$client = new Client(['base_uri' => $base, 'verify' => true]);
// ruleid: php-tls-verification-disabled
$response = $client->request('GET', '/items', ['verify' => true]);
// ruleid: php-tls-verification-disabled
$body = wp_remote_get($url, array('timeout' => 5, 'sslverify' => false));
// ruleid: php-tls-verification-disabled
$body = Http::withoutVerifying()->get($url);
// ok: php-tls-verification-disabled
curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true);
// ok: php-tls-verification-disabled
curl_setopt($ch, CURLOPT_SSL_VERIFYHOST, 2);
// ok: php-tls-verification-disabled
$client = new Client(['verify' => '/etc/ssl/ca.pem']);
// ok: php-tls-verification-disabled
$context = stream_context_create(['ssl' => ['verify_peer' => true]]);
// ok: php-tls-verification-disabled
$form = ['verify' => false];
