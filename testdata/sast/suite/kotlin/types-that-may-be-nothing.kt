// ruleid: kotlin-types-that-may-be-nothing-asked, kotlin-types-that-may-be-nothing-any
fun one(a: String?, b: Int) { }
// ruleid: kotlin-types-that-may-be-nothing-plain, kotlin-types-that-may-be-nothing-any
fun two(a: String, b: Int?) { }
// ruleid: kotlin-types-that-may-be-nothing-retany
fun three(a: List<String>): String? { return null }
// ruleid: kotlin-types-that-may-be-nothing-ret
fun four(): String { return "" }
// ruleid: kotlin-types-that-may-be-nothing-bound
fun <T : Comparable<T>> best(list: List<T>): T { return list[0] }
// ruleid: kotlin-types-that-may-be-nothing-val
val note: String? = load()
// ruleid: kotlin-types-that-may-be-nothing-valp
val text: String = load()
