<?php

// ruleid: php-unrestricted-upload
move_uploaded_file($_FILES['avatar']['tmp_name'], 'uploads/' . $_FILES['avatar']['name']);

function keep_name()
{
    $target = 'uploads/' . basename($_FILES['file']['name']);
    // ruleid: php-unrestricted-upload
    if (move_uploaded_file($_FILES['file']['tmp_name'], $target)) {
        echo 'done';
    }
}

function keep_extension()
{
    $extension = pathinfo($_FILES['file']['name'], PATHINFO_EXTENSION);
    // ruleid: php-unrestricted-upload
    move_uploaded_file($_FILES['file']['tmp_name'], 'uploads/' . uniqid() . '.' . $extension);
}

class Avatars
{
    public function store($request)
    {
        $file = $request->file('avatar');
        // ruleid: php-unrestricted-upload
        $file->move(public_path('avatars'), time() . '.' . $file->getClientOriginalExtension());
    }

    public function validated($request)
    {
        $request->validate(['avatar' => 'required|image|max:2048']);
        $file = $request->file('avatar');
        // ok: php-unrestricted-upload
        $file->move(public_path('avatars'), $file->getClientOriginalName());
    }

    public function hashed($request)
    {
        $file = $request->file('avatar');
        // ok: php-unrestricted-upload
        $file->move(public_path('avatars'), $file->hashName());
    }
}

function own_name()
{
    // ok: php-unrestricted-upload
    move_uploaded_file($_FILES['file']['tmp_name'], 'uploads/' . uniqid() . '.png');
}

function checked()
{
    $extension = strtolower(pathinfo($_FILES['file']['name'], PATHINFO_EXTENSION));
    if (!in_array($extension, ['png', 'jpg'], true)) {
        return false;
    }
    // ok: php-unrestricted-upload
    return move_uploaded_file($_FILES['file']['tmp_name'], 'uploads/' . uniqid() . '.' . $extension);
}
