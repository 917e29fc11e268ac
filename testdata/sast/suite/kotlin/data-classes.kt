package x

// ruleid: kotlin-data-classes-any
data class A(val a: Int)

// ok: kotlin-data-classes-any
class B(val a: Int)

// ok: kotlin-data-classes-any
class C
