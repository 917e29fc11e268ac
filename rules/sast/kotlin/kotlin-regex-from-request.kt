@RestController
class Search {
    @GetMapping("/search")
    fun search(@RequestParam q: String): Boolean {
        // ruleid: kotlin-regex-from-request
        val first = Regex(q)
        // ruleid: kotlin-regex-from-request
        val second = Pattern.compile("^" + q)
        // ruleid: kotlin-regex-from-request
        val third = q.toRegex()
        // ok: kotlin-regex-from-request
        val fixed = Regex("^a+$")
        // ok: kotlin-regex-from-request
        val quoted = Regex(Regex.escape(q))
        // ok: kotlin-regex-from-request
        val fourth = Pattern.compile(Pattern.quote(q))
        return find(q)
    }

    private fun find(text: String): Boolean {
        // ruleid: kotlin-regex-from-request
        return Regex(text).containsMatchIn("abc")
    }
}

fun own(text: String) {
    // ok: kotlin-regex-from-request
    Regex(text)
}
