<?php

function write($text)
{
    // ruleid: php-predictable-temp-file
    file_put_contents('/tmp/report.txt', $text);
    // ruleid: php-predictable-temp-file
    $file = fopen(sys_get_temp_dir() . '/report.log', 'w');
    // ruleid: php-predictable-temp-file
    file_put_contents(sys_get_temp_dir() . '/app-' . getmypid() . '.txt', $text);
    // ruleid: php-predictable-temp-file
    $other = fopen("/var/tmp/app/cache.db", 'a');
    // ruleid: php-predictable-temp-file
    mkdir(sys_get_temp_dir() . DIRECTORY_SEPARATOR . 'app');

    return [$file, $other];
}

function safe($text, $name)
{
    // ok: php-predictable-temp-file
    file_put_contents(tempnam(sys_get_temp_dir(), 'app'), $text);
    // ok: php-predictable-temp-file
    $file = tmpfile();
    // ok: php-predictable-temp-file
    $read = fopen('/tmp/report.txt', 'r');
    // ok: php-predictable-temp-file
    file_put_contents('/srv/app/tmp/report.txt', $text);
    // ok: php-predictable-temp-file
    file_put_contents(sys_get_temp_dir() . '/' . bin2hex(random_bytes(16)), $text);

    return [$file, $read];
}
