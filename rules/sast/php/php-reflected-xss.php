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
