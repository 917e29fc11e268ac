<div>
    <!-- ruleid: laravel-blade-unescaped-output -->
    <h1>{!! $title !!}</h1>
    <!-- ruleid: laravel-blade-unescaped-output -->
    <p>{!! $article->body !!}</p>
    <!-- ruleid: laravel-blade-unescaped-output -->
    <p>{!! $row['name'] !!}</p>
    <!-- ruleid: laravel-blade-unescaped-output -->
    <p>{!! $user->bio ?? '' !!}</p>
    <!-- ok: laravel-blade-unescaped-output -->
    <h1>{{ $title }}</h1>
    <!-- ok: laravel-blade-unescaped-output -->
    <div>{!! Form::open() !!}</div>
    <!-- ok: laravel-blade-unescaped-output -->
    <div>{!! csrf_field() !!}</div>
    <!-- ok: laravel-blade-unescaped-output -->
    <div>{!! $errors->first('name') !!}</div>
</div>
