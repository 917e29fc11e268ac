<?php

$name = $_GET['name'];
$hex = bin2hex($name);
// ok: php-sql-injection
mysqli_query($db, "SELECT * FROM t WHERE k = x'$hex'");
// ruleid: php-sql-injection
mysqli_query($db, "SELECT * FROM t WHERE k = '" . hex2bin($hex) . "'");
$text = base64_encode($name);
// ok: php-sql-injection
mysqli_query($db, "SELECT * FROM t WHERE k = '$text'");
// ruleid: php-sql-injection
mysqli_query($db, "SELECT * FROM t WHERE k = '" . base64_decode($_COOKIE['name']) . "'");
