// ruleid: kotlin-contents-content
val a = ""
// ruleid: kotlin-contents-content
val b = "a"
// ruleid: kotlin-contents-content
val c = "a $x b"
// ok: kotlin-contents-content
val d = "$x"
