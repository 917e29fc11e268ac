<?php
function build($n) { return "select " . $n; }
function constant2($n) { return "select 1"; }
class R {
  private $v;
  function __construct($v) { $this->v = $v; }
  function run() {
    // ruleid: page
    system($this->v);
  }
}
$n = $_GET['n'];
// ruleid: page
mysqli_query($c, build($n));
// ok: page
mysqli_query($c, constant2($n));
$a = ['x' => $n, 'y' => 'ok'];
// ruleid: page
system($a['x']);
// ok: page
system($a['y']);
// ok: page
echo htmlspecialchars($n);
// ruleid: page
echo "hello $n";
$r = new R($n);
$r->run();
foreach ($_GET as $k => $v) {
  // ruleid: page
  system($v);
}
$q = "a";
$q .= $n;
// ruleid: page
system($q);
$z = isset($n) ? $n : 'b';
// ruleid: page
system($z);
$w = false ? $n : 'b';
// ok: page
system($w);
