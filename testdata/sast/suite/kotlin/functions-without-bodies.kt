// ruleid: kotlin-functions-without-bodies-cls
abstract class Mill {
    // ok: kotlin-functions-without-bodies-fn, kotlin-functions-without-bodies-cls
    abstract fun grind(): Int
    // ruleid: kotlin-functions-without-bodies-fn
    fun sift() { }
}
// ruleid: kotlin-functions-without-bodies-cls
class Barn {
    // ruleid: kotlin-functions-without-bodies-fn
    fun sift() {
    }
}
// ok: kotlin-functions-without-bodies-fn, kotlin-functions-without-bodies-cls
interface Shed {
    // ok: kotlin-functions-without-bodies-fn, kotlin-functions-without-bodies-cls
    fun open(): Int
}
