// ruleid: swift-several-conditions-fn
func mill() {
  // ruleid: swift-several-conditions-guard, swift-several-conditions-guardlet, swift-several-conditions-if
  guard let a = b else { return }
  // ruleid: swift-several-conditions-guard, swift-several-conditions-if
  guard let a = b, c else { return }
  // ruleid: swift-several-conditions-guard, swift-several-conditions-if
  guard c, d else { return }
  // ruleid: swift-several-conditions-if
  if let a = b { x() }
  // ruleid: swift-several-conditions-if, swift-several-conditions-two
  if c, let a = b { x() }
  // ruleid: swift-several-conditions-if
  if c { x() }
}
// ok: swift-several-conditions-guard, swift-several-conditions-guardlet, swift-several-conditions-if, swift-several-conditions-two, swift-several-conditions-fn
protocol Wheel { func turn(x: Int) -> Bool }
