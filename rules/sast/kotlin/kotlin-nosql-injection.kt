import com.mongodb.client.model.Filters
import org.bson.Document

@RestController
class Users(private val users: MongoCollection<Document>, private val template: MongoTemplate) {
    @GetMapping("/users")
    fun find(@RequestParam name: String): List<Document> {
        // ruleid: kotlin-nosql-injection
        return users.find(Document.parse("{ name: '$name' }")).toList()
    }

    @PostMapping("/search")
    fun search(@RequestBody query: String): Any {
        val text = query.trim()
        // ruleid: kotlin-nosql-injection
        return template.find(BasicQuery(text), User::class.java)
    }

    @GetMapping("/where")
    fun where(@RequestParam code: String): Any {
        // ruleid: kotlin-nosql-injection
        val filter = Filters.where("this.code == '" + code + "'")
        // ruleid: kotlin-nosql-injection
        val other = Document("\$where", "this.code == '$code'")
        return users.find(filter).toList() + other
    }

    private fun byText(text: String) =
        // ruleid: kotlin-nosql-injection
        users.find(BasicDBObject.parse(text))

    @GetMapping("/text")
    fun text(@RequestParam text: String) = byText(text)

    @GetMapping("/safe")
    fun safe(@RequestParam name: String, @RequestParam age: Int): Any {
        // ok: kotlin-nosql-injection
        users.find(Filters.eq("name", name))
        // ok: kotlin-nosql-injection
        users.find(Document("name", name))
        // ok: kotlin-nosql-injection
        users.find(Document.parse("{ age: $age }"))
        // ok: kotlin-nosql-injection
        return users.find(Document.parse("{ name: 'x' }")).toList()
    }
}

fun Route.users(users: MongoCollection<Document>) {
    get("/find") {
        val filter = call.request.queryParameters["filter"]
        // ruleid: kotlin-nosql-injection
        call.respond(users.find(Document.parse(filter)).toList())
    }
}
