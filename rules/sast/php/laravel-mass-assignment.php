<?php

use Illuminate\Database\Eloquent\Model;
use Illuminate\Support\Facades\DB;

class AccountController
{
    public function update(Request $request, User $user)
    {
        // ruleid: laravel-mass-assignment
        $user->forceFill($request->all())->save();
        // ruleid: laravel-mass-assignment
        User::forceCreate($request->all());
        // ruleid: laravel-mass-assignment
        DB::table('users')->insert($request->all());
        // ruleid: laravel-mass-assignment
        Model::unguard();
        // ok: laravel-mass-assignment
        $user->fill($request->all())->save();
        // ok: laravel-mass-assignment
        $user->forceFill(['email_verified_at' => now()])->save();
        // ok: laravel-mass-assignment
        DB::table('users')->insert($request->only(['name', 'email']));
        // ok: laravel-mass-assignment
        User::create($request->validated());
        // ok: laravel-mass-assignment
        $user->forceFill($request->only('name'));
    }
}
