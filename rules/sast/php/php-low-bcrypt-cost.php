<?php

use Illuminate\Support\Facades\Hash;

// ruleid: php-low-bcrypt-cost
$hash = password_hash($word, PASSWORD_BCRYPT, ['cost' => 4]);
$options = ['cost' => 8];
// ruleid: php-low-bcrypt-cost
$hash = password_hash($word, PASSWORD_DEFAULT, array('cost' => 9));
// ruleid: php-low-bcrypt-cost
$hash = Hash::make($word, ['rounds' => 5]);
// ruleid: php-low-bcrypt-cost
$hash = \password_hash($word, PASSWORD_BCRYPT, ['cost' => 6]);
// ok: php-low-bcrypt-cost
$hash = password_hash($word, PASSWORD_BCRYPT, ['cost' => 12]);
// ok: php-low-bcrypt-cost
$hash = password_hash($word, PASSWORD_DEFAULT);
// ok: php-low-bcrypt-cost
$hash = password_hash($word, PASSWORD_ARGON2ID, ['time_cost' => 4]);
// ok: php-low-bcrypt-cost
$hash = Hash::make($word, ['rounds' => 14]);
