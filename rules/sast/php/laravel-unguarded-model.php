<?php

use Illuminate\Database\Eloquent\Model;

class Account extends Model
{
    // ruleid: laravel-unguarded-model
    protected $guarded = [];
}

class Person extends Authenticatable
{
    // ruleid: laravel-unguarded-model
    protected $guarded = [];
}

class Order extends BaseModel
{
    // ruleid: laravel-unguarded-model
    public $guarded = [];
}

class Old extends Eloquent
{
    // ruleid: laravel-unguarded-model
    protected $guarded = array();
}

class Safe extends Model
{
    // ok: laravel-unguarded-model
    protected $guarded = ['id', 'is_admin'];
    // ok: laravel-unguarded-model
    protected $fillable = ['name'];
    // ok: laravel-unguarded-model
    protected $hidden = [];
}

class Other
{
    // ok: laravel-unguarded-model
    protected $guarded = [];
}
