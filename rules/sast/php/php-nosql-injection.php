<?php

// ruleid: php-nosql-injection
$user = $collection->findOne(['login' => $_POST['login'], 'secret' => $_POST['secret']]);
$filter = ['owner' => $_GET['owner']];
// ruleid: php-nosql-injection
$items = $db->items->find($filter);
// ruleid: php-nosql-injection
$collection->deleteMany(['kind' => $_REQUEST['kind']]);
// ruleid: php-nosql-injection
$query = new MongoDB\Driver\Query(['name' => $_GET['name']], []);
// ok: php-nosql-injection
$user = $collection->findOne(['login' => (string) $_POST['login']]);
// ok: php-nosql-injection
$user = $collection->findOne(['login' => strval($_POST['login'])]);
// ok: php-nosql-injection
$user = $collection->findOne(['_id' => new MongoDB\BSON\ObjectId($_GET['id'])]);
// ok: php-nosql-injection
$user = $collection->findOne(['age' => (int) $_GET['age']]);
// ok: php-nosql-injection
$user = $repository->find($_GET['id'] . '');

class Users
{
    private $collection;

    public function login(Request $request)
    {
        return $this->byName($request->input('name'));
    }

    private function byName($name)
    {
        // ruleid: php-nosql-injection
        return $this->collection->findOne(['name' => $name]);
    }
}
