// ok: kotlin-interpolation-var, kotlin-interpolation-any, kotlin-interpolation-in
val x = "hi there"
// ruleid: kotlin-interpolation-var
val y = "hi $THERE"
// ruleid: kotlin-interpolation-var
val z = "hi ${THERE}"
// ruleid: kotlin-interpolation-any
val q = f("a")
// ruleid: kotlin-interpolation-in
val r = a in b
// ok: kotlin-interpolation-var, kotlin-interpolation-any, kotlin-interpolation-in
val s = a !in b
