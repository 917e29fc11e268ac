object Mill {
  // ruleid: scala-lists-of-parameters-any, scala-lists-of-parameters-gives
  def grind[T](x: T): T = x
  // ruleid: scala-lists-of-parameters-any, scala-lists-of-parameters-gives, scala-lists-of-parameters-two
  def sift[T <: Grain](x: T)(implicit y: Mesh): T = x
  // ok: scala-lists-of-parameters-any, scala-lists-of-parameters-gives, scala-lists-of-parameters-two, scala-lists-of-parameters-base, scala-lists-of-parameters-called, scala-lists-of-parameters-with
  def pour(x: Int)(y: Int) = x
}
// ruleid: scala-lists-of-parameters-called
class Barn(x: Int) extends Shed(x) { def f() = 1 }
// ruleid: scala-lists-of-parameters-base
class Loft(x: Int) extends Shed { def f() = 1 }
// ruleid: scala-lists-of-parameters-base, scala-lists-of-parameters-with
class Cart(x: Int) extends Shed with Wheels { def f() = 1 }
