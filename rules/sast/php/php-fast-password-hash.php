<?php

// ruleid: php-fast-password-hash
$hash = md5($_POST['password']);
// ruleid: php-fast-password-hash
$hash = sha1($salt . $password);
// ruleid: php-fast-password-hash
$hash = hash('sha256', $user->password);
// ruleid: php-fast-password-hash
if ($row['hash'] === md5(md5($pwd) . $row['salt'])) {
    login($row);
}
// ok: php-fast-password-hash
$hash = password_hash($_POST['password'], PASSWORD_DEFAULT);
// ok: php-fast-password-hash
$etag = md5($content);
// ok: php-fast-password-hash
$key = hash('sha256', $url);
// ok: php-fast-password-hash
$cache = sha1($passenger);

class Users
{
    public function check($name, $passwd)
    {
        // ruleid: php-fast-password-hash
        return $this->find($name, hash('sha512', $this->salt . $passwd));
    }
}

function slow($password)
{
    // ok: php-fast-password-hash
    $short = base64_encode(hash('sha512', $password, true));
    return password_hash($short, PASSWORD_BCRYPT);
}

function stamp($conf)
{
    // ok: php-fast-password-hash
    return sha1($conf->apiPasswordHash . $conf->salt);
}

function format($method, $password)
{
    switch ($method) {
        case 'md5':
            // ok: php-fast-password-hash
            return '{MD5}' . base64_encode(pack('H*', md5($password)));
        case 'blowfish':
            return crypt($password, '$2y$12$' . random_bytes(22));
    }
}

function kind($user, $password)
{
    switch ($user) {
        case 'admin':
            // ruleid: php-fast-password-hash
            return md5($password);
    }
}

function isPwned($password)
{
    // ok: php-fast-password-hash
    $sum = strtoupper(sha1($password));
    return file_get_contents('https://api.example/range/' . substr($sum, 0, 5));
}
