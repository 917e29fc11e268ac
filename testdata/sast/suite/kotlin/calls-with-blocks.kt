fun f() {
    // ruleid: kotlin-calls-with-blocks-block, kotlin-calls-with-blocks-both, kotlin-calls-with-blocks-any
    foo { bar() }
    // ruleid: kotlin-calls-with-blocks-both, kotlin-calls-with-blocks-arguments
    foo(1) { bar() }
    // ok: kotlin-calls-with-blocks-block, kotlin-calls-with-blocks-both, kotlin-calls-with-blocks-any, kotlin-calls-with-blocks-arguments
    foo(2) { a -> bar() }
    // ruleid: kotlin-calls-with-blocks-arguments
    foo(1)
}
