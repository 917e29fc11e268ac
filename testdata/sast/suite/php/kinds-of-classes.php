<?php
// ruleid: php-kinds-of-classes-class
class House { }
// ruleid: php-kinds-of-classes-class
enum Door: string { case Front = 'f'; }
// ok: php-kinds-of-classes-class
interface Guest { }
