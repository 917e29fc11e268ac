<?php

$xml = simplexml_load_file('users.xml');
// ruleid: php-xpath-injection
$user = $xml->xpath("//user[name='" . $_POST['name'] . "']");
$xpath = new DOMXPath($document);
$expression = "//item[@id='{$_GET['id']}']";
// ruleid: php-xpath-injection
$items = $xpath->query($expression);
// ruleid: php-xpath-injection
$count = $xpath->evaluate(sprintf('count(//item[kind="%s"])', $_REQUEST['kind']));
// ok: php-xpath-injection
$items = $xpath->query('//item[@sold="1"]');
// ok: php-xpath-injection
$items = $xpath->query('//item[@id="' . (int) $_GET['id'] . '"]');
$kind = $_GET['kind'];
if (!ctype_alpha($kind)) {
    throw new InvalidArgumentException('kind');
}
// ok: php-xpath-injection
$items = $xml->xpath("//item[kind='$kind']");
// ok: php-xpath-injection
$rows = $db->query("SELECT 1");

function find_user(SimpleXMLElement $users, $name)
{
    // ruleid: php-xpath-injection
    return $users->xpath("/users/user[@login='$name']");
}

find_user($xml, $_GET['login']);
