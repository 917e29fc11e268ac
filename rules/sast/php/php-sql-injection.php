<?php

namespace App\Http\Controllers;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;

$link = mysqli_connect("localhost", "shop", getenv("DB_PASSWORD"), "shop");
$id = $_GET['id'];
// ruleid: php-sql-injection
$result = mysqli_query($link, "SELECT * FROM items WHERE id = $id");
// ruleid: php-sql-injection
$result = mysql_query("SELECT * FROM items WHERE name = '" . $_POST['name'] . "'");
$sql = "SELECT * FROM items";
if (isset($_REQUEST['sort'])) {
    $sql .= ' ORDER BY ' . $_REQUEST['sort'];
}
// ruleid: php-sql-injection
$rows = $pdo->query($sql)->fetchAll();
$query = sprintf("DELETE FROM items WHERE id = %s", $_COOKIE['item']);
// ruleid: php-sql-injection
$pdo->exec($query);
// ruleid: php-sql-injection
$statement = $pdo->prepare("SELECT * FROM items WHERE kind = '{$_GET['kind']}' AND id = ?");
// ruleid: php-sql-injection
pg_query($pg, "SELECT * FROM visits WHERE agent = '" . $_SERVER['HTTP_USER_AGENT'] . "'");
$ids = implode(',', $_POST['ids']);
$heredoc = <<<SQL
    UPDATE items SET sold = 1 WHERE id IN ($ids)
SQL;
// ruleid: php-sql-injection
mysqli_multi_query($link, $heredoc);

class ItemRepository
{
    private $db;
    private $search;

    public function __construct(\mysqli $db)
    {
        $this->db = $db;
        $this->search = $_GET['q'] ?? '';
    }

    public function find()
    {
        // ruleid: php-sql-injection
        return $this->db->query("SELECT * FROM items WHERE name LIKE '%" . $this->search . "%'");
    }

    private function fetch($where)
    {
        // ruleid: php-sql-injection
        return $this->db->query('SELECT * FROM items WHERE ' . $where);
    }

    public function byOwner()
    {
        return $this->fetch("owner = '" . trim($_GET['owner']) . "'");
    }

    public function safe()
    {
        $statement = $this->db->prepare('SELECT * FROM items WHERE owner = ?');
        $statement->bind_param('s', $_GET['owner']);
        // ok: php-sql-injection
        $statement->execute();
        $id = (int) $_GET['id'];
        // ok: php-sql-injection
        $this->db->query("SELECT * FROM items WHERE id = $id");
        // ok: php-sql-injection
        $this->db->query("SELECT * FROM items WHERE id = " . intval($_GET['id']));
        $name = $this->db->real_escape_string($_POST['name']);
        // ok: php-sql-injection
        $this->db->query("SELECT * FROM items WHERE name = '$name'");
        $columns = ['name' => 'i.name', 'price' => 'i.price'];
        // ok: php-sql-injection
        $this->db->query('SELECT * FROM items i ORDER BY ' . $columns[$_GET['sort']]);
    }

    public function bound()
    {
        $statement = $this->pdo->prepare('SELECT * FROM items WHERE owner = :owner');
        // ok: php-sql-injection
        $statement->execute([':owner' => $_GET['owner']]);
    }

    public function sorted()
    {
        $sort = $_GET['sort'];
        if (!in_array($sort, ['name', 'price'], true)) {
            throw new \InvalidArgumentException('sort');
        }
        // ok: php-sql-injection
        $rows = $this->db->query("SELECT * FROM items ORDER BY $sort");
        $direction = $_GET['dir'] === 'desc' ? 'DESC' : 'ASC';
        // ok: php-sql-injection
        $rows = $this->db->query("SELECT * FROM items ORDER BY name $direction");
        $kind = $_GET['kind'];
        if (!preg_match('/^[a-z]+$/', $kind)) {
            return [];
        }
        // ok: php-sql-injection
        return $this->db->query("SELECT * FROM items WHERE kind = '$kind'");
    }
}

class UserController extends Controller
{
    public function index(Request $request)
    {
        // ruleid: php-sql-injection
        $users = DB::select("SELECT * FROM users WHERE name = '" . $request->input('name') . "'");
        // ruleid: php-sql-injection
        $users = DB::table('users')->whereRaw("email = '{$request->email}'")->get();
        // ruleid: php-sql-injection
        $users = User::query()->orderByRaw($request->query('sort'))->get();
        $where = request('where');
        // ruleid: php-sql-injection
        DB::statement("UPDATE users SET active = 0 WHERE $where");
        // ok: php-sql-injection
        $users = DB::select('SELECT * FROM users WHERE name = ?', [$request->input('name')]);
        // ok: php-sql-injection
        $users = DB::table('users')->whereRaw('email = ?', [$request->email])->get();
        // ok: php-sql-injection
        $users = User::where('name', $request->input('name'))->get();
        // ok: php-sql-injection
        $users = DB::select('SELECT * FROM users WHERE id = ' . $request->integer('id'));
        return view('users', compact('users'));
    }
}

class ProductController extends AbstractController
{
    #[Route('/products/{slug}', name: 'product')]
    public function show(string $slug, EntityManagerInterface $em, Connection $connection, SymfonyRequest $request): Response
    {
        // ruleid: php-sql-injection
        $product = $em->createQuery("SELECT p FROM App\Entity\Product p WHERE p.slug = '" . $slug . "'")->getResult();
        // ruleid: php-sql-injection
        $rows = $connection->executeQuery('SELECT * FROM product WHERE vendor = ' . $request->query->get('vendor'));
        $qb = $em->createQueryBuilder();
        // ruleid: php-sql-injection
        $qb->select('p')->from(Product::class, 'p')->andWhere("p.kind = '" . $request->request->get('kind') . "'");
        // ok: php-sql-injection
        $qb->andWhere('p.kind = :kind')->setParameter('kind', $request->request->get('kind'));
        // ok: php-sql-injection
        $rows = $connection->executeQuery('SELECT * FROM product WHERE slug = :slug', ['slug' => $slug]);
        // ok: php-sql-injection
        $rows = $connection->fetchAllAssociative('SELECT * FROM product WHERE id = ' . $request->query->getInt('id'));
        return $this->render('product.html.twig', ['product' => $product]);
    }
}

function plugin_rows()
{
    global $wpdb;
    $name = $_POST['name'];
    // ruleid: php-sql-injection
    $rows = $wpdb->get_results("SELECT * FROM {$wpdb->prefix}books WHERE name = '$name'");
    // ruleid: php-sql-injection
    $row = $wpdb->get_row($wpdb->prepare("SELECT * FROM {$wpdb->prefix}books WHERE name = '$name' AND id = %d", 7));
    // ok: php-sql-injection
    $row = $wpdb->get_row($wpdb->prepare("SELECT * FROM {$wpdb->prefix}books WHERE name = %s", $name));
    // ok: php-sql-injection
    $row = $wpdb->get_row($wpdb->prepare("SELECT * FROM books WHERE name = %s AND kind = %s", $name, $_POST['kind']));
    // ok: php-sql-injection
    $rows = $wpdb->get_results("SELECT * FROM {$wpdb->prefix}books WHERE name = '" . esc_sql($name) . "'");
    // ok: php-sql-injection
    $count = $wpdb->get_var("SELECT COUNT(*) FROM {$wpdb->prefix}books WHERE id = " . absint($_GET['id']));
    return $rows;
}

function own_table($table)
{
    global $pdo;
    // ok: php-sql-injection
    $pdo->exec("DROP TABLE $table");
    $xpath = new \DOMXPath($document);
    // ok: php-sql-injection
    $xpath->query("//item[@id='" . $_GET['id'] . "']");
}

own_table('items');

function numbers($link)
{
    $query = sprintf('SELECT * FROM items WHERE id = %d AND price < %.2f', $_GET['id'], $_GET['price']);
    // ok: php-sql-injection
    mysqli_query($link, $query);
    $page = $_GET['page'];
    settype($page, 'integer');
    // ok: php-sql-injection
    mysqli_query($link, 'SELECT * FROM items LIMIT 10 OFFSET ' . $page);
    if (isset($_GET['size']) && is_numeric($_GET['size'])) {
        // ok: php-sql-injection
        mysqli_query($link, 'SELECT * FROM items WHERE size = ' . $_GET['size']);
    }
    $kind = $_GET['kind'];
    if (empty($kind) || !preg_match('/^\w+$/', $kind)) {
        exit('kind');
    }
    // ok: php-sql-injection
    mysqli_query($link, "SELECT * FROM items WHERE kind = '$kind'");
    // ruleid: php-sql-injection
    mysqli_query($link, sprintf('SELECT * FROM items WHERE id = %d AND name = %s', $_GET['id'], $_GET['name']));
}

function uids($db, $pdo)
{
    // ok: php-sql-injection
    mysqli_query($pdo, 'SELECT * FROM items WHERE id IN (' . $db->array2list(explode(',', $_GET['ids']), 'integer') . ')');
    // ruleid: php-sql-injection
    mysqli_query($pdo, 'SELECT * FROM items WHERE id IN (' . implode(',', explode(',', $_GET['ids'])) . ')');
}
