<?php

// ruleid: php-world-writable-permissions
chmod('cache/items.php', 0777);
// ruleid: php-world-writable-permissions
chmod($file, 0666);
// ruleid: php-world-writable-permissions
$filesystem->chmod($folder, 0777, 0000, true);
// ruleid: php-world-writable-permissions
umask(0);
// ok: php-world-writable-permissions
chmod($file, 0644);
// ok: php-world-writable-permissions
chmod($folder, 0755);
// ok: php-world-writable-permissions
chmod($file, $mode);
// ok: php-world-writable-permissions
umask(0077);
