<?php
// ruleid: calls
run($_GET['a']);
// ok: calls
run($x['a']);
