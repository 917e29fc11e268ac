<?php

function transfer($host, $user, $password)
{
    // ruleid: php-cleartext-protocol
    $connection = ftp_connect($host);
    ftp_login($connection, $user, $password);
    // ruleid: php-cleartext-protocol
    $other = @ftp_connect('ftp.example.com', 21, 10);
    // ruleid: php-cleartext-protocol
    $stream = fopen('ftp://user:pw@files.example.com/a.txt', 'r');
    // ruleid: php-cleartext-protocol
    $text = file_get_contents('http://user:pw@intranet.example.com/report');
    // ruleid: php-cleartext-protocol
    $client = new SoapClient('http://intranet.example.com/soap?wsdl', ['login' => $user, 'password' => $password]);
    // ruleid: php-cleartext-protocol
    $box = imap_open('{mail.example.com:143/notls}INBOX', $user, $password);

    return [$connection, $other, $stream, $text, $client, $box];
}

function encrypted($host, $user, $password)
{
    // ok: php-cleartext-protocol
    $connection = ftp_ssl_connect($host);
    // ok: php-cleartext-protocol
    $sftp = ssh2_connect($host);
    // ok: php-cleartext-protocol
    $text = file_get_contents('https://user:pw@intranet.example.com/report');
    // ok: php-cleartext-protocol
    $public = file_get_contents('http://example.com/page');
    // ok: php-cleartext-protocol
    $client = new SoapClient('https://intranet.example.com/soap?wsdl', ['password' => $password]);
    // ok: php-cleartext-protocol
    $plain = new SoapClient('http://example.com/soap?wsdl');
    // ok: php-cleartext-protocol
    $box = imap_open('{mail.example.com:993/imap/ssl}INBOX', $user, $password);

    return [$connection, $sftp, $text, $public, $client, $plain, $box];
}
