fun f() {
    // ruleid: kotlin-lambda-parameters-none, kotlin-lambda-parameters-body
    l.each { println(it) }
    // ruleid: kotlin-lambda-parameters-one
    l.each { x -> println(x) }
    // ruleid: kotlin-lambda-parameters-one
    l.each { it -> println(it) }
    // ruleid: kotlin-lambda-parameters-none, kotlin-lambda-parameters-body
    l.each({ println(it) })
    // ok: kotlin-lambda-parameters-none, kotlin-lambda-parameters-one, kotlin-lambda-parameters-body
    l?.each { println(it) }
}
