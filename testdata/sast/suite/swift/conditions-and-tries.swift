func f() {
  // ruleid: swift-conditions-and-tries-a, swift-conditions-and-tries-b, swift-conditions-and-tries-c, swift-conditions-and-tries-h, swift-conditions-and-tries-j
  let t = try! foo()
  // ruleid: swift-conditions-and-tries-a, swift-conditions-and-tries-b, swift-conditions-and-tries-c, swift-conditions-and-tries-h, swift-conditions-and-tries-j
  let w = try? foo()
  // ruleid: swift-conditions-and-tries-a, swift-conditions-and-tries-b, swift-conditions-and-tries-c, swift-conditions-and-tries-h, swift-conditions-and-tries-j
  let z = try foo()
  // ruleid: swift-conditions-and-tries-a, swift-conditions-and-tries-b, swift-conditions-and-tries-c
  try! foo(x: 1)
  // ruleid: swift-conditions-and-tries-d
  guard let z = opt else { return }
  // ruleid: swift-conditions-and-tries-m
  guard let z2 = opt, z2 > 1 else { return }
  guard x else { return }
  // ruleid: swift-conditions-and-tries-e
  if let y = opt { print(y) }
  if let y = opt, y == "a" { print(y) }
  if x { print(y) }
  // ruleid: swift-conditions-and-tries-g, swift-conditions-and-tries-h
  let s: String = "abc"
  // ruleid: swift-conditions-and-tries-f, swift-conditions-and-tries-i
  var n: String = "x"
  // ruleid: swift-conditions-and-tries-i
  var m = "x"
  // ruleid: swift-conditions-and-tries-h
  let q = "x"
}
