<?php

$zip = new ZipArchive();
$zip->open($file);
for ($i = 0; $i < $zip->numFiles; $i++) {
    $name = $zip->getNameIndex($i);
    // ruleid: php-zip-slip
    file_put_contents($target . '/' . $name, $zip->getFromIndex($i));
    // ruleid: php-zip-slip
    copy("zip://$file#$name", "$target/$name");
    // ok: php-zip-slip
    file_put_contents($target . '/' . basename($name), $zip->getFromIndex($i));
    // ok: php-zip-slip
    file_put_contents($target . '/entry-' . $i, $zip->getFromIndex($i));
}

function by_stat($zip, $target)
{
    $stat = $zip->statIndex(0);
    // ruleid: php-zip-slip
    mkdir($target . '/' . $stat['name'], 0755, true);
}

function old($entry, $target)
{
    $path = sprintf('%s/%s', $target, zip_entry_name($entry));
    // ruleid: php-zip-slip
    $handle = fopen($path, 'w');
}

function checked($zip, $target)
{
    $name = $zip->getNameIndex(0);
    if (strpos($name, '..') !== false) {
        return;
    }
    // ok: php-zip-slip
    file_put_contents($target . '/' . $name, $zip->getFromIndex(0));
    // ok: php-zip-slip
    $zip->extractTo($target);
}
