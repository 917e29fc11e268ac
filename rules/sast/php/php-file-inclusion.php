<?php

// ruleid: php-file-inclusion
include $_GET['page'];
// ruleid: php-file-inclusion
include($_GET['page'] . '.php');
$page = $_REQUEST['page'] ?? 'home';
// ruleid: php-file-inclusion
require_once 'pages/' . $page . '.php';
// ruleid: php-file-inclusion
require __DIR__ . "/lang/{$_COOKIE['lang']}.php";
$template = isset($_POST['template']) ? $_POST['template'] : 'default';
$file = sprintf('%s/templates/%s.php', __DIR__, $template);
// ruleid: php-file-inclusion
include_once $file;
// ok: php-file-inclusion
include 'pages/home.php';
// ok: php-file-inclusion
include __DIR__ . '/pages/' . basename($_GET['page']) . '.php';
$pages = ['home' => 'home.php', 'about' => 'about.php'];
// ok: php-file-inclusion
include $pages[$_GET['page']];
$lang = $_GET['lang'];
if (!in_array($lang, array('de', 'en', 'fr'))) {
    $lang = 'en';
}
// ok: php-file-inclusion
require "lang/$lang.php";
switch ($_GET['view']) {
    case 'list':
        $view = 'list.php';
        break;
    default:
        $view = 'start.php';
}
// ok: php-file-inclusion
require $view;

class View
{
    public function show()
    {
        $this->load($_GET['view']);
    }

    private function load($name)
    {
        // ruleid: php-file-inclusion
        include APP_ROOT . '/views/' . $name . '.phtml';
    }

    public function fixed($path)
    {
        // ok: php-file-inclusion
        include $path;
    }

    public function month()
    {
        if (preg_match('/^[a-z0-9_]+$/i', $_GET['month'])) {
            $month = $_GET['month'];
            // ok: php-file-inclusion
            include "archive/$month.php";
        }
    }
}

function site_configuration() {
    $host = preg_replace('/:.*/', '', $_SERVER['HTTP_HOST']);
    $host = preg_replace('/[^a-zA-Z0-9.\-]/', '', $host);
    // ok: php-file-inclusion
    require_once '/etc/site/config-' . strtolower($host) . '.php';
    $loose = preg_replace('/[^a-zA-Z0-9.\/]/', '', $_GET['host']);
    // ruleid: php-file-inclusion
    require_once '/etc/site/config-' . $loose . '.php';
}
