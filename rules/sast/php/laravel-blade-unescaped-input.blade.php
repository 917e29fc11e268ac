<div>
    <!-- ruleid: laravel-blade-unescaped-input -->
    <h1>{!! request('title') !!}</h1>
    <!-- ruleid: laravel-blade-unescaped-input -->
    <p>{!! $_GET['q'] !!}</p>
    <!-- ruleid: laravel-blade-unescaped-input -->
    <p>{!! $request->input('name') !!}</p>
    <!-- ruleid: laravel-blade-unescaped-input -->
    <input value="{!! old('name') !!}">
    <!-- ok: laravel-blade-unescaped-input -->
    <h1>{{ request('title') }}</h1>
    <!-- ok: laravel-blade-unescaped-input -->
    <div>{!! $article->html !!}</div>
    <!-- ok: laravel-blade-unescaped-input -->
    <div>{!! Form::open() !!}</div>
    <!-- ok: laravel-blade-unescaped-input -->
    <div>{!! csrf_field() !!}</div>
</div>
