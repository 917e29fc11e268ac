func fill(s: Stream) {
    // ruleid: swift-closures-none, swift-closures-any
    s.map { $0.name }
    // ruleid: swift-closures-named, swift-closures-any
    s.map { book in book.name }
    // ruleid: swift-closures-none, swift-closures-any
    s.map({ $0.name })
    // ruleid: swift-closures-more
    s.each(4) { close() }
    // ok: swift-closures-none, swift-closures-named, swift-closures-any, swift-closures-more
    s.each { (b: Book) -> Int in return 1 }
}
