// ruleid: kotlin-receivers-any
fun String.ext(): Int { return 1 }
// ruleid: kotlin-receivers-any
fun plain(): Int { return 1 }
// ok: kotlin-receivers-any, kotlin-receivers-nothing
fun none() { foo() }
fun f() {
    // ruleid: kotlin-receivers-nothing
    a.size
    // ok: kotlin-receivers-any, kotlin-receivers-nothing
    a?.size
}
