<?php

if (isset($_GET['sid'])) {
    // ruleid: php-session-fixation
    session_id($_GET['sid']);
}
$id = $_POST['session'] ?? '';
// ruleid: php-session-fixation
session_id(trim($id));
// ruleid: php-session-fixation
setcookie('PHPSESSID', $_REQUEST['sid'], 0, '/');
session_start();
// ok: php-session-fixation
$current = session_id();
// ok: php-session-fixation
session_id(bin2hex(random_bytes(16)));
// ok: php-session-fixation
setcookie(session_name(), '', time() - 3600);
// ok: php-session-fixation
session_id(session_create_id('shop-'));

class Sessions
{
    public function resume(Request $request)
    {
        // ruleid: php-session-fixation
        $request->session()->setId($request->input('session_id'));
        // ok: php-session-fixation
        $request->session()->regenerate();
    }
}
