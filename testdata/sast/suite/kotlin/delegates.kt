class A {
    // ruleid: kotlin-delegates-any, kotlin-delegates-by, kotlin-delegates-lazy
    val a by lazy { foo() }
    // ruleid: kotlin-delegates-any, kotlin-delegates-by
    val b = foo()
    // ruleid: kotlin-delegates-any, kotlin-delegates-by
    val c by other(1)
}
