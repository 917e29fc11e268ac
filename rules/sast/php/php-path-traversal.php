<?php

// ruleid: php-path-traversal
readfile('uploads/' . $_GET['file']);
$name = $_REQUEST['name'];
// ruleid: php-path-traversal
$text = file_get_contents(__DIR__ . "/docs/$name.md");
// ruleid: php-path-traversal
unlink(sprintf('%s/%s', $folder, $_POST['image']));
$path = $base . '/' . trim($_COOKIE['theme'], '/') . '/style.css';
// ruleid: php-path-traversal
$handle = fopen($path, 'r');
// ruleid: php-path-traversal
file_put_contents('notes/' . $_POST['title'] . '.txt', $_POST['text']);
// ruleid: php-path-traversal
foreach (scandir('gallery/' . $_GET['album']) as $image) {
    // ok: php-path-traversal
    $size = filesize($image);
}
// ok: php-path-traversal
readfile('uploads/' . basename($_GET['file']));
// ok: php-path-traversal
file_put_contents('notes/today.txt', $_POST['text']);
// ok: php-path-traversal
$text = file_get_contents('docs/' . (int) $_GET['page'] . '.md');
$real = realpath('uploads/' . $_GET['file']);
if ($real === false || strpos($real, '/srv/uploads/') !== 0) {
    exit;
}
// ok: php-path-traversal
readfile($real);
// ok: php-path-traversal
$image = fopen('cache/' . md5($_GET['url']) . '.png', 'rb');
$files = ['terms' => 'terms.pdf', 'prices' => 'prices.pdf'];
// ok: php-path-traversal
readfile('pdf/' . $files[$_GET['doc']]);

class DownloadController
{
    private $folder = '/srv/files';

    public function download(Request $request)
    {
        // ruleid: php-path-traversal
        return response()->download(storage_path('app/' . $request->input('file')));
    }

    private function resolve($name)
    {
        return $this->folder . '/' . $name;
    }

    public function show(Request $request)
    {
        $path = $this->resolve($request->query->get('name'));
        // ruleid: php-path-traversal
        return new BinaryFileResponse($path);
    }

    public function remove(Request $request)
    {
        $name = $request->input('name');
        if (str_contains($name, '..')) {
            abort(400);
        }
        // ok: php-path-traversal
        unlink($this->folder . '/' . $name);
        // ok: php-path-traversal
        unlink($this->folder . '/lock');
    }
}


function uploaded($file) {
    // ok: php-path-traversal
    unlink($_FILES['upload']['tmp_name']);
    $all = $_FILES;
    // ok: php-path-traversal
    copy($all['upload']['tmp_name'], '/srv/files/upload');
    // ruleid: php-path-traversal
    copy('/srv/empty', '/srv/files/' . $_POST['upload']['name']);
    // ok: php-path-traversal
    copy('/srv/empty', '/srv/files/' . pathinfo($_GET['name'], PATHINFO_BASENAME));
    // ruleid: php-path-traversal
    copy('/srv/empty', '/srv/files/' . pathinfo($_GET['name'], PATHINFO_DIRNAME));
}

function checked() {
    $file = $_GET['file'];
    if (!is_valid_filename($file)) {
        return;
    }
    // ok: php-path-traversal
    readfile('/srv/files/' . $file);
}

function icon() {
    $id = $_SERVER['QUERY_STRING'] ?? '0';
    if (!ctype_xdigit($id)) {
        $id = '0';
    }
    // ok: php-path-traversal
    readfile('/srv/icons/' . $id . '.ico');
}

function user_folder() {
    $user = $_POST['user'];
    if (!Users::checkUsername($user)) {
        return false;
    }
    // ok: php-path-traversal
    return mkdir('/srv/users/' . $user);
}

function deleteUser() {
    $name = $_POST['name'];
    if (!Users::checkUsername($name)) {
        return false;
    }
    // ok: php-path-traversal
    unlink('/data/' . $name);
}

function logged() {
    $name = $_POST['name'];
    if (!isAdministrator($name)) {
        return false;
    }
    // ruleid: php-path-traversal
    unlink('/data/' . $name);
}

function sendBadRequest(string $text): never {
    http_response_code(400);
    exit($text);
}

function answeredWithError() {
    $name = '/srv/' . $_GET['name'];
    if (!is_valid_path($name)) {
        sendBadRequest('no');
    }
    // ok: php-path-traversal
    readfile($name);
    $other = '/srv/' . $_GET['other'];
    if (!is_valid_path($other)) {
        countSomething('no');
    }
    // ruleid: php-path-traversal
    readfile($other);
}

function digitsOrOther() {
    if (empty($_GET['rid']) || !ctype_xdigit($_GET['rid'])) {
        $_GET['rid'] = uniqid();
    }
    // ok: php-path-traversal
    readfile('/srv/' . $_GET['rid']);
    if (empty($_GET['sid']) || !ctype_xdigit($_GET['sid'])) {
        $other = uniqid();
    }
    // ruleid: php-path-traversal
    readfile('/srv/' . $_GET['sid']);
}
