<?php
namespace App;
// ruleid: php-kept-and-imported-use, php-kept-and-imported-function
use App\Models\Order;
// ruleid: php-kept-and-imported-use, php-kept-and-imported-function
use App\Models\{User, Role as Part};
// ruleid: php-kept-and-imported-use, php-kept-and-imported-function
use function strlen;
function count_calls() {
  // ruleid: php-kept-and-imported-static, php-kept-and-imported-zero
  static $calls = 0;
  // ok: php-kept-and-imported-static, php-kept-and-imported-zero, php-kept-and-imported-use, php-kept-and-imported-function
  $other = 0;
  return $calls++;
}
