// ruleid: scala-imports-of-all-any
import shop.doors._
// ruleid: scala-imports-of-all-any
import shop.windows.Front
object Shop { }
