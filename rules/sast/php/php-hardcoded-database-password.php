<?php

// ruleid: php-hardcoded-database-password
$link = mysqli_connect('localhost', 'shop', 'an example', 'shop');
// ruleid: php-hardcoded-database-password
$pdo = new PDO('mysql:host=localhost', 'shop', 'an example');
$word = 'an example';
// ruleid: php-hardcoded-database-password
$db = new mysqli('localhost', 'shop', $word);
// ruleid: php-hardcoded-database-password
ftp_login($ftp, 'shop', 'an example');
// ok: php-hardcoded-database-password
$link = mysqli_connect('localhost', 'shop', getenv('DB_PASSWORD'), 'shop');
// ok: php-hardcoded-database-password
$pdo = new PDO('sqlite::memory:');
// ok: php-hardcoded-database-password
$pdo = new PDO($dsn, $config['user'], $config['password']);
// ok: php-hardcoded-database-password
$link = mysqli_connect('localhost', 'root', '');
