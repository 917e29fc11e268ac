class Api {
    // ruleid: kotlin-annotated-in-a-line-get, kotlin-annotated-in-a-line-any
    @Get("/a") fun a(): String = read()
    // ruleid: kotlin-annotated-in-a-line-get, kotlin-annotated-in-a-line-any
    @Get("/b")
    fun b(): String = read()
    // ok: kotlin-annotated-in-a-line-get, kotlin-annotated-in-a-line-any
    @Post fun c(): String = read()
    // ok: kotlin-annotated-in-a-line-get, kotlin-annotated-in-a-line-any
    fun d(): String = read()
}
