<?php

// ruleid: php-regex-injection
$found = preg_match('/' . $_GET['q'] . '/i', $text);
$pattern = "#^{$_POST['prefix']}.*$#";
// ruleid: php-regex-injection
$lines = preg_grep($pattern, $lines);
// ruleid: php-regex-injection
$text = preg_replace($_REQUEST['search'], $_REQUEST['replace'], $text);
// ok: php-regex-injection
$found = preg_match('/' . preg_quote($_GET['q'], '/') . '/i', $text);
// ok: php-regex-injection
$found = preg_match('/^\d+$/', $_GET['id']);
// ok: php-regex-injection
$text = preg_replace('/\s+/', ' ', $_POST['text']);
// ok: php-regex-injection
$parts = preg_split('/,/', $_GET['ids']);

function highlight(string $word, string $text)
{
    // ruleid: php-regex-injection
    return preg_replace("/($word)/i", '<b>$1</b>', $text);
}

highlight($_GET['word'], $text);
