<?php

$url = $_GET['url'];
// ruleid: php-ssrf
$page = file_get_contents($url);
// ruleid: php-ssrf
$handle = curl_init($_POST['target']);
$ch = curl_init();
// ruleid: php-ssrf
curl_setopt($ch, CURLOPT_URL, 'https://' . $_GET['host'] . '/status');
// ruleid: php-ssrf
curl_setopt_array($ch, [CURLOPT_RETURNTRANSFER => true, CURLOPT_URL => $_REQUEST['feed']]);
// ruleid: php-ssrf
$response = wp_remote_get($_POST['webhook'], ['timeout' => 5]);
// ok: php-ssrf
$page = file_get_contents('https://api.example.com/items/' . $_GET['id']);
// ok: php-ssrf
curl_setopt($ch, CURLOPT_URL, "https://api.example.com/search?q=" . urlencode($_GET['q']));
// ok: php-ssrf
$text = file_get_contents('/var/data/' . basename($_GET['file']));
// ok: php-ssrf
$text = file_get_contents(__DIR__ . "/{$_GET['file']}.txt");
$host = parse_url($url, PHP_URL_HOST);
if (!in_array($host, ['images.example.com', 'cdn.example.com'], true)) {
    die('host');
}
// ok: php-ssrf
$page = file_get_contents($url);

class Importer
{
    private $client;
    private $base = 'https://api.example.com';

    public function run(Request $request)
    {
        $guzzle = new \GuzzleHttp\Client();
        // ruleid: php-ssrf
        $guzzle->get($request->input('feed'));
        // ruleid: php-ssrf
        $feed = $this->client->request('GET', $request->input('feed'));
        // ruleid: php-ssrf
        $body = Http::get($request->query('url'))->body();
        // ruleid: php-ssrf
        $body = Http::timeout(3)->post($request->url_to_call, ['a' => 1]);
        // ok: php-ssrf
        $item = $this->client->get($this->base . '/items/' . $request->input('id'));
        // ok: php-ssrf
        $item = Http::get('https://api.example.com/items', ['id' => $request->input('id')]);
        return $this->load($request->input('image'));
    }

    private function load(string $address)
    {
        $curl = curl_init();
        // ruleid: php-ssrf
        curl_setopt($curl, CURLOPT_URL, $address);
        return curl_exec($curl);
    }
}
