<?php

$action = $_GET['action'];
// ruleid: php-dynamic-function-call
$action();
// ruleid: php-dynamic-function-call
call_user_func($_POST['callback'], $_POST['argument']);
// ruleid: php-dynamic-function-call
call_user_func_array($_REQUEST['fn'], $_REQUEST['args']);
$class = $_GET['type'];
// ruleid: php-dynamic-function-call
$object = new $class($_GET['name']);
// ruleid: php-dynamic-function-call
usort($rows, $_GET['order']);
// ok: php-dynamic-function-call
call_user_func('strtoupper', $_POST['argument']);
// ok: php-dynamic-function-call
call_user_func([$handler, 'run'], $_POST['argument']);
// ok: php-dynamic-function-call
usort($_POST['rows'], fn ($a, $b) => $a <=> $b);
$actions = ['list' => 'list_items', 'show' => 'show_item'];
$name = $actions[$_GET['action']];
// ok: php-dynamic-function-call
$name();
if (in_array($class, ['Invoice', 'Offer'], true)) {
    // ok: php-dynamic-function-call
    $object = new $class();
}
// ok: php-dynamic-function-call
$object = new Invoice($_GET['name']);

class Dispatcher
{
    public function dispatch(Request $request)
    {
        return $this->make($request->input('widget'));
    }

    private function make($name)
    {
        $type = 'App\\Widgets\\' . ucfirst($name);
        // ruleid: php-dynamic-function-call
        return new $type();
    }
}

function later() {
    $data = $_GET['data'];
    // ok: php-dynamic-function-call
    call_user_func(function () use ($data) { return strlen($data); });
    // ok: php-dynamic-function-call
    call_user_func(fn ($x) => $x . $data, 1);
}
