<?php

// ruleid: php-log-injection
error_log('Login failed for ' . $_POST['user']);
// ruleid: php-log-injection
$logger->warning("No such page: {$_SERVER['REQUEST_URI']}");
// ruleid: php-log-injection
Log::info('search ' . $request->input('q'));
$line = sprintf('agent %s', $_SERVER['HTTP_USER_AGENT']);
// ruleid: php-log-injection
syslog(LOG_INFO, $line);
// ok: php-log-injection
$logger->warning('No such page', ['address' => $_SERVER['REQUEST_URI']]);
// ok: php-log-injection
error_log('Login failed for ' . json_encode($_POST['user']));
// ok: php-log-injection
error_log('Login failed for ' . (int) $_POST['id']);
// ok: php-log-injection
error_log('Login failed');
