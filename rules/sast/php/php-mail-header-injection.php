<?php

$from = $_POST['email'];
// ruleid: php-mail-header-injection
mail('office@example.com', 'Contact', $_POST['text'], 'From: ' . $from);
$headers = "MIME-Version: 1.0\r\n";
$headers .= "Reply-To: {$_POST['name']} <office@example.com>\r\n";
// ruleid: php-mail-header-injection
mail('office@example.com', 'Contact', $_POST['text'], $headers);
// ruleid: php-mail-header-injection
mail($to, $subject, $body, ['From' => $_REQUEST['from']]);
// ok: php-mail-header-injection
mail('office@example.com', 'Contact', $_POST['text'], 'From: shop@example.com');
// ok: php-mail-header-injection
mail('office@example.com', 'Contact', $_POST['text']);
$clean = str_replace(["\r", "\n"], '', $_POST['email']);
// ok: php-mail-header-injection
mail('office@example.com', 'Contact', $_POST['text'], "From: $clean");
$checked = filter_var($_POST['email'], FILTER_VALIDATE_EMAIL);
// ok: php-mail-header-injection
mail('office@example.com', 'Contact', $_POST['text'], "From: $checked");

function send($address, $text)
{
    // ruleid: php-mail-header-injection
    return mail('office@example.com', 'Contact', $text, "Reply-To: $address\r\nX-Mailer: form");
}

send($_POST['address'], 'text');

function checked()
{
    $address = $_POST['address'];
    if (!filter_var($address, FILTER_VALIDATE_EMAIL)) {
        die('address');
    }
    // ok: php-mail-header-injection
    mail('office@example.com', 'Contact', $_POST['text'], "Reply-To: $address");
}
