<?php

$user = $_POST['user'];
// ruleid: php-ldap-injection
$found = ldap_search($link, 'ou=people,dc=example,dc=com', "(uid=$user)");
$filter = '(&(objectClass=person)(mail=' . $_GET['mail'] . '))';
// ruleid: php-ldap-injection
$found = ldap_list($link, $base, $filter, ['cn']);
// ruleid: php-ldap-injection
$ok = ldap_bind($link, "uid={$_POST['user']},ou=people,dc=example,dc=com", $_POST['secret']);
// ok: php-ldap-injection
$found = ldap_search($link, $base, '(uid=' . ldap_escape($user, '', LDAP_ESCAPE_FILTER) . ')');
// ok: php-ldap-injection
$found = ldap_search($link, $base, '(objectClass=person)');
// ok: php-ldap-injection
$ok = ldap_bind($link, 'cn=reader,dc=example,dc=com', $_POST['secret']);
if (ctype_alnum($user)) {
    // ok: php-ldap-injection
    $found = ldap_search($link, $base, "(uid=$user)");
}

class Directory
{
    public function find(Request $request)
    {
        return $this->search($request->get('name'));
    }

    private function search($name)
    {
        // ruleid: php-ldap-injection
        return $this->ldap->query('dc=example,dc=com', sprintf('(cn=%s)', $name))->execute();
    }
}

class Directory {
    protected function filterEscape($text) { return preg_replace_callback('/[\\x00()*]/', $this->hex, $text); }
    public function find($link) {
        // ok: php-ldap-injection
        return ldap_search($link, 'dc=x', '(uid=' . $this->filterEscape($_GET['u']) . ')');
    }
}
