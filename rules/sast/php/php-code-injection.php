<?php

// ruleid: php-code-injection
eval('$total = ' . $_GET['formula'] . ';');
$code = $_POST['code'];
// ruleid: php-code-injection
eval($code);
// ruleid: php-code-injection
eval("return {$_COOKIE['filter']};");
// ruleid: php-code-injection
$compare = create_function('$a, $b', 'return strcmp($a["' . $_GET['sort'] . '"], $b["' . $_GET['sort'] . '"]);');
// ruleid: php-code-injection
assert("'" . $_GET['page'] . "' === 'home'");
// ruleid: php-code-injection
echo preg_replace('/\{(.*)\}/e', $_GET['replacement'], $text);
$body = base64_decode($_REQUEST['payload']);
// ruleid: php-code-injection
eval(gzinflate($body));
// ok: php-code-injection
eval('$total = ' . (float) $_GET['amount'] . ' * 2;');
// ok: php-code-injection
eval(file_get_contents(__DIR__ . '/compiled.php'));
// ok: php-code-injection
assert(is_string($_GET['page']));
// ok: php-code-injection
assert($_GET['page'] !== '');
// ok: php-code-injection
echo preg_replace('/\{(.*)\}/i', $_GET['replacement'], $text);
// ok: php-code-injection
eval('$value = ' . var_export($_GET['value'], true) . ';');

class Rule
{
    public function check(Request $request)
    {
        return $this->evaluate($request->get('expression'));
    }

    private function evaluate($text)
    {
        // ruleid: php-code-injection
        return eval("return ($text);");
    }

    public function discount(Request $request)
    {
        // ruleid: php-code-injection
        return $this->expressionLanguage->evaluate($request->query->get('rule'), ['user' => $this->user]);
    }

    public function constant(Request $request)
    {
        // ok: php-code-injection
        return $this->expressionLanguage->evaluate('user.age > limit', ['limit' => $request->query->get('limit')]);
    }
}

function upper() {
    // ruleid: php-code-injection
    return preg_replace('/(.*)/e', 'strtoupper("\\1")', $_GET['text']);
}

function plain() {
    // ok: php-code-injection
    return preg_replace('/(.*)x/i', 'e', $_GET['text']);
}
