<?php
namespace Pier;
use Harbour\Ships\Ferry as Boat;
use Harbour\Water;
function tie(Boat $a, ?Boat $b, Boat|int $c, boat $d, Water\Wave $e) {
    // ruleid: php-names-of-types-alias
    $a->pull(1);
    // ruleid: php-names-of-types-nothing
    $b->pull(2);
    // ok: php-names-of-types-alias, php-names-of-types-nothing, php-names-of-types-wave, php-names-of-types-roll, php-names-of-types-swim, php-names-of-types-ferry
    $c->pull(3);
    // ruleid: php-names-of-types-alias
    $d->pull(4);
    // ruleid: php-names-of-types-wave
    new Water\Wave(5);
    // ruleid: php-names-of-types-roll
    Water\Wave::roll(6);
    // ruleid: php-names-of-types-swim
    Water\swim(7);
    // ruleid: php-names-of-types-ferry
    new Boat(8);
}
