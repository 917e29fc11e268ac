<?php

function once($path, $text)
{
    if (!file_exists($path)) {
        // ruleid: php-file-check-before-use
        file_put_contents($path, $text);
    }
}

function remove($path)
{
    // ruleid: php-file-check-before-use
    if (file_exists($path)) unlink($path);
}

function nested($path)
{
    if (is_file($path) && str_ends_with($path, '.tmp')) {
        foreach ([1, 2] as $try) {
            // ruleid: php-file-check-before-use
            @unlink($path);
        }
    }
}

function early($path)
{
    if (file_exists($path)) {
        return false;
    }
    // ruleid: php-file-check-before-use
    return fopen($path, 'w');
}

function upload($target)
{
    if (!file_exists($target)) {
        // ruleid: php-file-check-before-use
        move_uploaded_file($_FILES['f']['tmp_name'], $target);
    }
}

function link_checked($path)
{
    if (is_link($path)) {
        return;
    }
    // ruleid: php-file-check-before-use
    chmod($path, 0600);
}

function read($path)
{
    if (file_exists($path)) {
        // ok: php-file-check-before-use
        return fopen($path, 'r');
    }
    // ok: php-file-check-before-use
    return file_get_contents($path);
}

function exclusive($path)
{
    if (!file_exists($path)) {
        // ok: php-file-check-before-use
        return fopen($path, 'x');
    }
}

function other($path, $target)
{
    if (file_exists($path)) {
        // ok: php-file-check-before-use
        unlink($target);
    }
}

function atOnce($path)
{
    // ok: php-file-check-before-use
    @unlink($path);
}
