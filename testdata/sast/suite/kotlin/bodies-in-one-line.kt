class A(val a: String) { fun f() { } }
// ruleid: kotlin-bodies-in-one-line-data
data class D(val a: String)
// ruleid: kotlin-bodies-in-one-line-data
@E
data class F(@Id val a: String)
class C {
    // ruleid: kotlin-bodies-in-one-line-par, kotlin-bodies-in-one-line-ann, kotlin-bodies-in-one-line-call
    fun a(@A s: String) { g(s) }
    // ruleid: kotlin-bodies-in-one-line-par, kotlin-bodies-in-one-line-call
    fun b(s: String) { g(s) }
    // ruleid: kotlin-bodies-in-one-line-par, kotlin-bodies-in-one-line-call
    fun c(s: String = "x") { g(s) }
    // ruleid: kotlin-bodies-in-one-line-def, kotlin-bodies-in-one-line-call
    fun d(n: Int = 3) { g(n) }
    // ruleid: kotlin-bodies-in-one-line-call
    fun e(n: Int) { g(n) }
}
// ruleid: kotlin-bodies-in-one-line-call
class G : T() { override fun x() { g(1) } }
