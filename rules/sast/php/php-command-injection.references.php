<?php

function changed_through_the_other_name()
{
    $a = "x";
    $b = &$a;
    $b = $_GET["x"];
    // ruleid: php-command-injection
    system("ls " . $a);
}

function overwritten_through_the_other_name()
{
    $b = $_GET["x"];
    $a = &$b;
    $a = "fixed";
    // ok: php-command-injection
    system("ls " . $b);
}

function perhaps($flag)
{
    $a = "x";
    $b = &$a;
    if ($flag) {
        $b = $_GET["x"];
    }
    // ruleid: php-command-injection
    system("ls " . $a);
}

function taken_apart_again()
{
    $a = $_GET["x"];
    $b = &$a;
    unset($b);
    $b = "fixed";
    // ruleid: php-command-injection
    system("ls " . $a);
}

function of_another()
{
    $c = "ok";
    $d = $_GET["x"];
    $a = &$d;
    $a = &$c;
    $a = "y";
    // ruleid: php-command-injection
    system("ls " . $d);
    // ok: php-command-injection
    system("ls " . $c);
}

function linked_in_a_branch($flag)
{
    $a = $_GET["x"];
    if ($flag) {
        $b = &$a;
    }
    $b = "fixed";
    // ruleid: php-command-injection
    system("ls " . $a);
}
