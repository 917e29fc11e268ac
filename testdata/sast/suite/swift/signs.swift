func a(f: File, g: File) {
    // ruleid: swift-signs-call, swift-signs-not
    let x = !f.exists()
    // ruleid: swift-signs-call
    let y = f.exists()
    // ruleid: swift-signs-minus
    let z = -f.size
    // ruleid: swift-signs-call, swift-signs-not
    if !f.exists() {
        // ruleid: swift-signs-same
        f.delete()
        // ok: swift-signs-same
        g.delete()
    }
    // ruleid: swift-signs-call
    let u = x && f.parent.g().exists()
    // ok: swift-signs-not
    let v = !exists(f)
}
