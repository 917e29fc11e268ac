<?php
function weigh($sack) {
    // ruleid: php-words-for-one-thing-or, php-words-for-one-thing-end
    $scale = open($sack) or die('no scale');
    // ruleid: php-words-for-one-thing-or, php-words-for-one-thing-end
    $scale = open($sack) || exit('no scale');
    // ruleid: php-words-for-one-thing-end
    if (!$sack) { die; }
    // ruleid: php-words-for-one-thing-list
    list($a, $b) = split($sack);
    // ruleid: php-words-for-one-thing-brackets
    [$c, $d] = split($sack);
    // ruleid: php-words-for-one-thing-heavy
    try {
        lift($sack);
    } catch (Heavy | Torn $e) { drop($sack); }
}
