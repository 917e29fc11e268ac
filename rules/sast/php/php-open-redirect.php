<?php

// ruleid: php-open-redirect
header('Location: ' . $_GET['return']);
$next = $_POST['next'] ?? '/';
// ruleid: php-open-redirect
header("Location: $next", true, 302);
// ruleid: php-open-redirect
header(sprintf('Location: %s', $_REQUEST['url']));
// ruleid: php-open-redirect
wp_redirect($_GET['redirect_to']);
// ok: php-open-redirect
header('Location: /items/' . $_GET['id']);
// ok: php-open-redirect
header('Location: index.php?page=' . urlencode($_GET['page']));
// ok: php-open-redirect
header('Location: https://www.example.com/search?q=' . $_GET['q']);
// ok: php-open-redirect
wp_safe_redirect($_GET['redirect_to']);
// ok: php-open-redirect
header('Location: ' . $_SERVER['REQUEST_URI']);
// ok: php-open-redirect
header('Content-Type: ' . $_GET['type']);
if (is_local_url($next)) {
    // ok: php-open-redirect
    header("Location: $next");
}

class LoginController extends AbstractController
{
    public function login(Request $request)
    {
        // ruleid: php-open-redirect
        return redirect($request->input('next'));
    }

    public function away(Request $request)
    {
        $target = $request->query('target');
        // ruleid: php-open-redirect
        return redirect()->away($target);
    }

    public function symfony(Request $request): Response
    {
        // ruleid: php-open-redirect
        return new RedirectResponse($request->query->get('back'));
    }

    public function route(Request $request): Response
    {
        // ok: php-open-redirect
        return $this->redirect($this->generateUrl('item', ['id' => $request->query->get('id')]));
    }

    public function named(Request $request)
    {
        // ok: php-open-redirect
        return redirect()->route('items.show', $request->input('id'));
    }

    public function fixed(Request $request)
    {
        $targets = ['home' => '/', 'shop' => '/shop'];
        // ok: php-open-redirect
        return redirect($targets[$request->input('to')]);
    }
}

function shelf($request, $shelves) {
    $shelf = $shelves->create($_POST['books']);
    // ok: php-open-redirect
    return redirect($shelf->getUrl());
}

function page($base) {
    // ok: php-open-redirect
    header('Location: ' . $base . '?' . $_GET['rest']);
}
