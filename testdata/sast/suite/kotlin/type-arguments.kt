class Shelf {
    fun fill(s: Stream) {
        // ruleid: kotlin-type-arguments-plain, kotlin-type-arguments-typed
        val a = read<Book>(s)
        // ruleid: kotlin-type-arguments-method
        val b = s.parse<Book>(text)
        // ruleid: kotlin-type-arguments-method
        s.parse<Book> { close() }
        // ruleid: kotlin-type-arguments-list
        val c = mutableListOf<Book>()
        // ruleid: kotlin-type-arguments-two
        val d = make<Book, Page>(s)
        // ruleid: kotlin-type-arguments-less
        val e = f < g
    }
}
