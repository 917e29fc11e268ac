fun a(f: File, g: File) {
    // ruleid: kotlin-signs-call, kotlin-signs-not
    val x = !f.exists()
    // ruleid: kotlin-signs-call
    val y = f.exists()
    // ruleid: kotlin-signs-minus
    val z = -f.size
    // ruleid: kotlin-signs-call, kotlin-signs-not
    if (!f.exists()) {
        // ruleid: kotlin-signs-same
        f.delete()
        // ok: kotlin-signs-same
        g.delete()
    }
    // ruleid: kotlin-signs-minus
    val w = 1 + -f.list[0].size
    // ruleid: kotlin-signs-call, kotlin-signs-not
    val u = x && !f.parent.g().exists()
    // ok: kotlin-signs-not
    val v = !exists(f)
}
