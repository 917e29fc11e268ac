<html><body>
<h1><?php
// ruleid: php-reflected-xss
echo $_GET['title']; ?></h1>
<?php
$name = $_POST['name'];
// ruleid: php-reflected-xss
echo "<p>Hello, $name!</p>";
// ruleid: php-reflected-xss
print '<a href="' . $_SERVER['PHP_SELF'] . '">again</a>';
// ruleid: php-reflected-xss
printf('<td>%s</td>', $_REQUEST['cell']);
// ruleid: php-reflected-xss
die('No such page: ' . $_GET['page']);
$html = '<ul>';
foreach ($_GET as $key => $value) {
    $html .= '<li>' . $key . ' = ' . $value . '</li>';
}
// ruleid: php-reflected-xss
echo $html, '</ul>';
$search = isset($_GET['s']) ? trim($_GET['s']) : '';
// ruleid: php-reflected-xss
echo '<input name="s" value="' . stripslashes($search) . '">';
$escaped = htmlspecialchars($_GET['title'], ENT_QUOTES, 'UTF-8');
// ok: php-reflected-xss
echo "<h1>$escaped</h1>";
// ok: php-reflected-xss
echo '<p>' . htmlentities($name) . '</p>';
// ok: php-reflected-xss
echo '<p>' . esc_html($name) . '</p>';
// ok: php-reflected-xss
printf('<p>%d</p>', (int) $_GET['page']);
// ok: php-reflected-xss
echo '<a href="?q=' . urlencode($_GET['q']) . '">next</a>';
// ok: php-reflected-xss
echo count($_POST['items']) . ' items';
// ok: php-reflected-xss
echo $_GET['tab'] === 'a' ? 'first' : 'second';
// ok: php-reflected-xss
echo json_encode($_POST);

class Page
{
    private $title;

    public function __construct()
    {
        $this->title = $_GET['title'];
    }

    public function head()
    {
        // ruleid: php-reflected-xss
        echo '<title>' . $this->title . '</title>';
    }

    private function cell($text)
    {
        return '<td>' . $text . '</td>';
    }

    private function safeCell($text)
    {
        return '<td>' . htmlspecialchars($text) . '</td>';
    }

    public function row()
    {
        // ruleid: php-reflected-xss
        echo $this->cell($_GET['a']);
        // ok: php-reflected-xss
        echo $this->safeCell($_GET['a']);
    }

    #[Route('/hello/{name}')]
    public function hello(string $name, Request $request): Response
    {
        if ($request->query->has('plain')) {
            // ok: php-reflected-xss
            return $this->render('hello.html.twig', ['name' => $name]);
        }
        // ruleid: php-reflected-xss
        return new Response('<p>Hello ' . $name . '</p>');
    }
}

function json_answer() {
    header('Content-Type: application/json');
    // ok: php-reflected-xss
    echo '{"name": "' . $_GET['name'] . '"}';
}


class Field
{
    protected $value = '';

    public function show($value = '')
    {
        $this->value = htmlspecialchars($value);
        return '<input value="' . $this->value . '">';
    }
}

class Button extends Field
{
    public function show($content = '')
    {
        return '<button>' . $content . '</button>';
    }
}

$field = new Field();
// Another class below it has a method of that name.
// ok: php-reflected-xss
echo $field->show($_GET['host']);
$button = new Button();
// ruleid: php-reflected-xss
echo $button->show($_GET['label']);

function any_field(Field $any) {
    // ruleid: php-reflected-xss
    echo $any->show($_GET['label']);
}

$labels = load_labels();
// ok: php-reflected-xss
echo $labels[$_GET['label']];
$key = $_GET['key'];
// ok: php-reflected-xss
echo $labels[$key];
// ruleid: php-reflected-xss
echo $_GET[$key];
// ok: php-reflected-xss
echo get_query_var('paged');
// ruleid: php-reflected-xss
echo get_query_var('tag');
// ok: php-reflected-xss
echo '<a href="' . wp_validate_redirect($_GET['back'], '/') . '">';

function callback() {
    $callback = $_GET['_jsonp'];
    if (!wp_check_jsonp_callback($callback)) {
        return;
    }
    // ok: php-reflected-xss
    echo '/**/' . $callback . '(1)';
}

function prefix() {
    $prefix = $_POST['prefix'];
    if (preg_match('|[^a-z0-9_]|i', $prefix)) {
        wp_die('bad');
    }
    // ok: php-reflected-xss
    echo $prefix;
}

function partly() {
    $prefix = $_POST['prefix'];
    if (preg_match('|[^a-z0-9_].|i', $prefix)) {
        wp_die('bad');
    }
    // ruleid: php-reflected-xss
    echo $prefix;
}

class Input {
    private static array $params = [];

    public static function init(): void {
        self::$params = $_GET;
    }

    public static function textOrNull(string $key, bool $plain = false): ?string {
        $value = self::$params[$key];
        if (is_string($value)) {
            return $plain ? $value : htmlspecialchars($value, ENT_QUOTES, 'UTF-8');
        }
        if (is_int($value) || is_bool($value)) {
            return (string)$value;
        }
        return null;
    }

    public static function text(string $key, bool $plain = false): string {
        return self::textOrNull($key, $plain) ?? '';
    }
}

function flags() {
    // ok: php-reflected-xss
    echo Input::text('name');
    // ruleid: php-reflected-xss
    echo Input::text('name', true);
}

class GreetingController extends Controller {
    public function hello(Request $request) {
        // ruleid: php-reflected-xss
        return "<h1>" . $request->input('name') . "</h1>";
    }

    public function name(Request $request) {
        // ok: php-reflected-xss
        return ['name' => $request->input('name')];
    }
}
function chosen($wanted) { return "name"; }
function passed($wanted) { return $wanted; }
?>
<!-- ok: php-reflected-xss -->
<p><?= chosen($_GET['sort']) ?></p>
<!-- ruleid: php-reflected-xss -->
<p><?= passed($_GET['sort']) ?></p>
<?php
// ok: php-reflected-xss
echo '<p>' . $_SERVER['HTTP_X_FORWARDED_PROTO'] . '</p>';
// ruleid: php-reflected-xss
echo '<p>' . $_SERVER['HTTP_USER_AGENT'] . '</p>';
