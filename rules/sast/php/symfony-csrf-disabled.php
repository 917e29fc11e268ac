<?php

class ItemType extends AbstractType
{
    public function configureOptions(OptionsResolver $resolver): void
    {
        // ruleid: symfony-csrf-disabled
        $resolver->setDefaults(['data_class' => Item::class, 'csrf_protection' => false]);
    }
}

class NoteType extends AbstractType
{
    public function configureOptions(OptionsResolver $resolver): void
    {
        // ruleid: symfony-csrf-disabled
        $resolver->setDefault('csrf_protection', false);
    }
}

class VerifyCsrfToken extends VerifyCsrfMiddleware
{
    // ruleid: symfony-csrf-disabled
    protected $except = ['*'];
}

return Application::configure()->withMiddleware(function (Middleware $middleware) {
    // ruleid: symfony-csrf-disabled
    $middleware->validateCsrfTokens(except: ['*']);
});

class SearchType extends AbstractType
{
    public function configureOptions(OptionsResolver $resolver): void
    {
        // ok: symfony-csrf-disabled
        $resolver->setDefaults(['method' => 'GET', 'csrf_protection' => false]);
        // ok: symfony-csrf-disabled
        $resolver->setDefaults(['data_class' => Item::class]);
        // ok: symfony-csrf-disabled
        $resolver->setDefaults(['csrf_protection' => true]);
    }
}

class Hooks extends VerifyCsrfMiddleware
{
    // ok: symfony-csrf-disabled
    protected $except = ['hooks/stripe'];
}
