<?php

use Illuminate\Support\HtmlString;

class Markup
{
    public function render($user, $text)
    {
        // ruleid: laravel-unescaped-output
        $name = new HtmlString('<b>' . $user->name . '</b>');
        // ruleid: laravel-unescaped-output
        $body = new HtmlString($text);
        // ruleid: laravel-unescaped-output
        $other = new \Illuminate\Support\HtmlString("<i>$text</i>");
        // ruleid: laravel-unescaped-output
        $html = str($text)->markdown()->toHtmlString();
        // ok: laravel-unescaped-output
        $line = new HtmlString('<hr>');
        // ok: laravel-unescaped-output
        $safe = new HtmlString('<b>' . e($user->name) . '</b>');
        // ok: laravel-unescaped-output
        $cell = e($text);
        // ok: laravel-unescaped-output
        $plain = str($text)->toString();
        return [$name, $body, $other, $html, $line, $safe, $cell, $plain];
    }
}
