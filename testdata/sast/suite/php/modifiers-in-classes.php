<?php
class Granary
{
    // ruleid: php-modifiers-in-classes-alone, php-modifiers-in-classes-method
    public function weigh($sacks) { return $sacks; }
    // ruleid: php-modifiers-in-classes-alone
    private function mark($sacks) { return 1; }
    // ruleid: php-modifiers-in-classes-alone
    protected function dry() { return 2; }
    // ruleid: php-modifiers-in-classes-alone, php-modifiers-in-classes-method
    public static function open() { return 3; }
}
