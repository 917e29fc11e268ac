@RestController
class Search {
    @GetMapping("/search")
    fun search(@RequestParam q: String): String {
        // ruleid: kotlin-log-injection
        log.info("query " + q)
        // ruleid: kotlin-log-injection
        logger.warn("query {}", q)
        // ruleid: kotlin-log-injection
        logger.error("query ${q.trim()}")
        report(q)
        // ok: kotlin-log-injection
        log.info("query")
        // ok: kotlin-log-injection
        log.info("length {}", q.length)
        // ok: kotlin-log-injection
        log.info("query {}", q.replace("\n", "_"))
        return "done"
    }

    private fun report(text: String) {
        // ruleid: kotlin-log-injection
        log.debug("text " + text)
    }
}

fun own(text: String) {
    // ok: kotlin-log-injection
    log.info("text " + text)
}
