fun show(shelf: Map<String, Int>) {
    // ruleid: kotlin-loops-over-pairs-each
    for ((name, size) in shelf) { print(name) }
    // ruleid: kotlin-loops-over-pairs-each
    for (entry in shelf) { print(entry) }
    // ruleid: kotlin-loops-over-pairs-each
    for (entry: Int in shelf.values) { print(entry) }
}
