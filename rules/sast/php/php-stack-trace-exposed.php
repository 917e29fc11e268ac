<?php

try {
    run();
} catch (Exception $e) {
    // ruleid: php-stack-trace-exposed
    echo '<pre>' . $e->getTraceAsString() . '</pre>';
    // ruleid: php-stack-trace-exposed
    print_r($e->getTrace());
    // ruleid: php-stack-trace-exposed
    die($e->getMessage() . $e->getTraceAsString());
    // ok: php-stack-trace-exposed
    error_log($e->getTraceAsString());
    // ok: php-stack-trace-exposed
    $logger->error('failed', ['trace' => $e->getTraceAsString()]);
    // ok: php-stack-trace-exposed
    echo 'Something went wrong.';
}

class Handler
{
    public function render($exception)
    {
        // ruleid: php-stack-trace-exposed
        return response()->json(['error' => 'x', 'trace' => $exception->getTraceAsString()], 500);
    }

    public function plain($exception)
    {
        // ok: php-stack-trace-exposed
        return response()->json(['error' => 'x'], 500);
    }
}
