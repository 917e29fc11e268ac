<?php
const SALT = "pepper";
$sugar = "sweet";
function f($sugar2) {
    // ruleid: php-constants-in-functions-text, php-constants-in-functions-this
    hash_it(SALT);
    // ok: php-constants-in-functions-text, php-constants-in-functions-this
    hash_it(OTHER);
}
// ruleid: php-constants-in-functions-text, php-constants-in-functions-this
hash_it(SALT);
