// ruleid: swift-basics-any
f()
// ruleid: swift-basics-any, swift-basics-one
f(1)
// ruleid: swift-basics-obj
o.m(2)
// ruleid: swift-basics-str
g("ab")
// ruleid: swift-basics-let
let x = 1
// ok: swift-basics-any, swift-basics-obj, swift-basics-str, swift-basics-let, swift-basics-one
var y = 2
