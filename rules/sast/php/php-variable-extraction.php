<?php

// ruleid: php-variable-extraction
extract($_GET);
// ruleid: php-variable-extraction
extract($_POST, EXTR_OVERWRITE);
$query = $_SERVER['QUERY_STRING'];
// ruleid: php-variable-extraction
parse_str($query);
$data = array_merge($_GET, $_POST);
// ruleid: php-variable-extraction
extract($data);
// ok: php-variable-extraction
extract($_GET, EXTR_SKIP);
// ok: php-variable-extraction
extract($_GET, EXTR_PREFIX_ALL, 'in');
// ok: php-variable-extraction
parse_str($_SERVER['QUERY_STRING'], $parameters);
// ok: php-variable-extraction
extract(array_intersect_key($_POST, ['name' => 1, 'age' => 1]));

function render(array $variables)
{
    // ok: php-variable-extraction
    extract($variables);
    include 'page.php';
}

render(['title' => 'x']);

class Form
{
    public function handle(Request $request)
    {
        // ruleid: php-variable-extraction
        extract($request->all());
    }
}
