fun Application.errors() {
    install(StatusPages) {
        exception<Throwable> { call, cause ->
            // ruleid: kotlin-stack-trace-exposed
            call.respondText(cause.stackTraceToString(), status = HttpStatusCode.InternalServerError)
            // ruleid: kotlin-stack-trace-exposed
            call.respond(HttpStatusCode.InternalServerError, cause.stackTraceToString())
            // ok: kotlin-stack-trace-exposed
            call.respond(HttpStatusCode.InternalServerError, "error")
            // ok: kotlin-stack-trace-exposed
            log.error(cause.stackTraceToString())
        }
    }
}

fun others(response: HttpServletResponse, error: Exception): ResponseEntity<String> {
    // ruleid: kotlin-stack-trace-exposed
    error.printStackTrace(response.writer)
    // ok: kotlin-stack-trace-exposed
    error.printStackTrace()
    if (response.isCommitted) {
        // ok: kotlin-stack-trace-exposed
        return ResponseEntity.status(500).body("error")
    }
    // ruleid: kotlin-stack-trace-exposed
    return ResponseEntity.status(500).body(error.stackTraceToString())
}
