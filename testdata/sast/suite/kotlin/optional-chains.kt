// ruleid: kotlin-optional-chains
fun a() { f.foo(1)
 f?.foo(2)
 f!!.foo(3)
 g.foo(4)
 // ruleid: kotlin-optional-chains
 g?.foo(5) }
