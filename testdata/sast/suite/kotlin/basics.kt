// ruleid: kotlin-basics-fun
fun a() {
  // ruleid: kotlin-basics-any
  f()
  // ruleid: kotlin-basics-any, kotlin-basics-one
  f(1)
  // ruleid: kotlin-basics-obj
  o.m(1)
  // ruleid: kotlin-basics-str
  g("ab")
  // ok: kotlin-basics-any, kotlin-basics-obj, kotlin-basics-str, kotlin-basics-fun, kotlin-basics-val, kotlin-basics-if, kotlin-basics-one, kotlin-basics-same
  g(v)
  // ruleid: kotlin-basics-val
  val x = 1
  // ok: kotlin-basics-any, kotlin-basics-obj, kotlin-basics-str, kotlin-basics-fun, kotlin-basics-val, kotlin-basics-if, kotlin-basics-one, kotlin-basics-same
  var y = 1
  // ruleid: kotlin-basics-any, kotlin-basics-if, kotlin-basics-one
  if (x) { f(2) }
  // ruleid: kotlin-basics-val, kotlin-basics-same
  val z = q == q
}
// ruleid: kotlin-basics-any, kotlin-basics-fun, kotlin-basics-one
class A : Base() { fun n() { f(3) } }
// ruleid: kotlin-basics-any, kotlin-basics-fun, kotlin-basics-one
class B { fun n() { f(4) } }
