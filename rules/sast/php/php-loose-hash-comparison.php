<?php

// ruleid: php-loose-hash-comparison
if (md5($_POST['secret']) == $row['secret']) {
    login();
}
// ruleid: php-loose-hash-comparison
if ($_GET['signature'] == hash_hmac('sha256', $body, $key)) {
    accept();
}
// ruleid: php-loose-hash-comparison
if (sha1($text) != $expected) {
    die('sum');
}
// ruleid: php-loose-hash-comparison
return $stored == crypt($text, $stored);
// ok: php-loose-hash-comparison
if (hash_equals($row['secret'], md5($_POST['secret']))) {
    login();
}
// ok: php-loose-hash-comparison
if (md5($text) === $expected) {
    accept();
}
// ok: php-loose-hash-comparison
if (strlen($text) == $size) {
    accept();
}
// ok: php-loose-hash-comparison
if (password_verify($text, $row['hash'])) {
    login();
}
