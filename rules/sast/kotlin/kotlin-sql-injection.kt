import io.ktor.server.application.*
import org.springframework.jdbc.core.JdbcTemplate
import org.springframework.web.bind.annotation.*

@RestController
class UserController(private val jdbcTemplate: JdbcTemplate, private val entityManager: EntityManager) {
    @GetMapping("/users/{name}")
    fun find(@PathVariable name: String, @RequestParam("page") page: Int): List<String> {
        val sql = "SELECT * FROM users WHERE name = '${name.trim()}'"
        // ruleid: kotlin-sql-injection
        val rows = jdbcTemplate.queryForList(sql, String::class.java)
        // ruleid: kotlin-sql-injection
        entityManager.createQuery("FROM User u WHERE u.name = '" + name + "'").resultList
        // ok: kotlin-sql-injection
        jdbcTemplate.queryForList("SELECT * FROM users LIMIT 10 OFFSET " + page, String::class.java)
        // ok: kotlin-sql-injection
        jdbcTemplate.queryForList("SELECT * FROM users WHERE name = ?", String::class.java, name)
        run(name)
        return rows
    }

    @PostMapping("/users")
    fun sorted(@RequestBody form: SortForm) {
        // ruleid: kotlin-sql-injection
        jdbcTemplate.query("SELECT * FROM users ORDER BY " + form.column, mapper)
        if (form.column !in COLUMNS) throw IllegalArgumentException("column")
        val connection = dataSource.connection
        // ok: kotlin-sql-injection
        connection.prepareStatement("SELECT * FROM users WHERE name = ?").setString(1, form.name)
        // ok: kotlin-sql-injection
        jdbcTemplate.query("SELECT * FROM users ORDER BY " + COLUMNS[form.column], mapper)
    }

    private fun run(name: String) {
        // ruleid: kotlin-sql-injection
        jdbcTemplate.execute("DELETE FROM users WHERE name = '" + name + "'")
    }
}

fun Application.users() {
    routing {
        get("/users/{id}") {
            val name = call.parameters["name"] ?: ""
            val statement = connection.createStatement()
            // ruleid: kotlin-sql-injection
            statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'")
            val id = call.parameters["id"]!!.toInt()
            // ok: kotlin-sql-injection
            statement.executeQuery("SELECT * FROM users WHERE id = " + id)
            transaction {
                // ruleid: kotlin-sql-injection
                exec("SELECT * FROM users WHERE name = '$name'")
            }
        }
    }
}

fun own(connection: Connection, table: String) {
    // ok: kotlin-sql-injection
    connection.createStatement().executeUpdate("DROP TABLE $table")
}

@RestController
class Programs {
    @GetMapping("/run")
    fun run(@RequestParam name: String) {
        // ok: kotlin-sql-injection
        Runtime.getRuntime().exec("dig $name")
    }
}
