<?php

function bad($link, $pdo, $name, $id)
{
    // ruleid: php-sql-built-from-text
    $rows = mysqli_query($link, "SELECT * FROM items WHERE name = '$name'");
    // ruleid: php-sql-built-from-text
    $rows = $pdo->query('SELECT * FROM items WHERE id = ' . $id);
    // ruleid: php-sql-built-from-text
    $pdo->exec("DELETE FROM items WHERE id = {$id}");
    // ruleid: php-sql-built-from-text
    DB::select("SELECT * FROM items WHERE name = '" . $name . "'");
}

function good($link, $pdo, $name)
{
    // ok: php-sql-built-from-text
    $rows = mysqli_query($link, 'SELECT * FROM items');
    // ok: php-sql-built-from-text
    $statement = $pdo->prepare('SELECT * FROM items WHERE name = ?');
    // ok: php-sql-built-from-text
    $rows = $pdo->query("SELECT COUNT(*) FROM items");
    // ok: php-sql-built-from-text
    $rows = $client->query($name);
}
