fun Application.module() {
    routing {
        // ruleid: ktor-admin-route-without-login
        get("/admin/users") {
            call.respond(users.all())
        }
        // ruleid: ktor-admin-route-without-login
        delete("/api/admin/users") {
            users.clear()
        }
        route("/v1") {
            // ruleid: ktor-admin-route-without-login
            post("/internal/reset") {
                reset()
                call.respondText("done")
            }
        }
        authenticate {
            // ok: ktor-admin-route-without-login
            get("/admin/audit") {
                call.respond(audit.all())
            }
        }
        authenticate("basic") {
            route("/x") {
                // ok: ktor-admin-route-without-login
                put("/admin/keys") {
                    keys.renew()
                }
            }
        }
        // ok: ktor-admin-route-without-login
        get("/admin/self") {
            val who = call.principal<UserPrincipal>()
            call.respond(who?.name ?: "")
        }
        // ok: ktor-admin-route-without-login
        get("/administrators-guide") {
            call.respondText("a page")
        }
    }
}

fun client() {
    // ok: ktor-admin-route-without-login
    get("/admin/users") {
        header("a", "b")
    }
}
