<?php

// ruleid: php-template-injection
$template = $twig->createTemplate('Hello ' . $_GET['name']);
$text = $_POST['template'];
// ruleid: php-template-injection
echo $twig->createTemplate("<p>$text</p>")->render([]);
// ruleid: php-template-injection
$smarty->display('string:' . $_REQUEST['body']);
// ok: php-template-injection
echo $twig->createTemplate('Hello {{ name }}')->render(['name' => $_GET['name']]);
// ok: php-template-injection
echo $twig->render('hello.html.twig', ['name' => $_GET['name']]);
// ok: php-template-injection
$smarty->assign('body', $_REQUEST['body']);
// ok: php-template-injection
$smarty->display('page.tpl');

class Preview
{
    public function show(Request $request)
    {
        // ruleid: php-template-injection
        return Blade::render($request->input('body'), ['user' => $request->user()]);
    }

    public function fixed(Request $request)
    {
        // ok: php-template-injection
        return Blade::render('Hello {{ $name }}', ['name' => $request->input('name')]);
    }
}
