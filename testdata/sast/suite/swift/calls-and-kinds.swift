// ruleid: swift-calls-and-kinds-enum, swift-calls-and-kinds-class
enum Fruit { case apple, pear }
// ruleid: swift-calls-and-kinds-class
struct Crate { var size: Int = 0 { didSet { weigh() } } }
// ruleid: swift-calls-and-kinds-class, swift-calls-and-kinds-init
class Barn { init(a: Int) { fill(a) }
  // ok: swift-calls-and-kinds-enum, swift-calls-and-kinds-class, swift-calls-and-kinds-init, swift-calls-and-kinds-async, swift-calls-and-kinds-closure, swift-calls-and-kinds-started, swift-calls-and-kinds-read, swift-calls-and-kinds-tried, swift-calls-and-kinds-for, swift-calls-and-kinds-let, swift-calls-and-kinds-throw
  deinit { empty() }
  // ok: swift-calls-and-kinds-enum, swift-calls-and-kinds-class, swift-calls-and-kinds-init, swift-calls-and-kinds-async, swift-calls-and-kinds-closure, swift-calls-and-kinds-started, swift-calls-and-kinds-read, swift-calls-and-kinds-tried, swift-calls-and-kinds-for, swift-calls-and-kinds-let, swift-calls-and-kinds-throw
  var label: String { return name + "!" }
  func open() { }
  // ruleid: swift-calls-and-kinds-async
  func load() async throws -> Crate { return crate }
  // ok: swift-calls-and-kinds-enum, swift-calls-and-kinds-class, swift-calls-and-kinds-init, swift-calls-and-kinds-async, swift-calls-and-kinds-closure, swift-calls-and-kinds-started, swift-calls-and-kinds-read, swift-calls-and-kinds-tried, swift-calls-and-kinds-for, swift-calls-and-kinds-let, swift-calls-and-kinds-throw
  func haul() -> Crate { return crate }
  func work() throws {
    // ruleid: swift-calls-and-kinds-closure
    client.fetch(path) { reply, error in use(reply) }
    // ruleid: swift-calls-and-kinds-started, swift-calls-and-kinds-let
    let later = client.fetch(path) { reply in use(reply) }
    later.start()
    // ruleid: swift-calls-and-kinds-read, swift-calls-and-kinds-tried, swift-calls-and-kinds-let
    let all = try! Reader().read(Fruit.self, from: bytes)
    // ruleid: swift-calls-and-kinds-tried, swift-calls-and-kinds-let
    let some = try? Reader().read(path)
    // ruleid: swift-calls-and-kinds-for
    for (n, item) in list.enumerated() where n > 2 { use(item) }
    // ok: swift-calls-and-kinds-enum, swift-calls-and-kinds-class, swift-calls-and-kinds-init, swift-calls-and-kinds-async, swift-calls-and-kinds-closure, swift-calls-and-kinds-started, swift-calls-and-kinds-read, swift-calls-and-kinds-tried, swift-calls-and-kinds-for, swift-calls-and-kinds-let, swift-calls-and-kinds-throw
    let (one, two) = both
    // ruleid: swift-calls-and-kinds-let
    let three = one
    // ruleid: swift-calls-and-kinds-throw
    throw Broken.door
  }
}
