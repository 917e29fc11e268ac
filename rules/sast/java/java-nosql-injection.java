import com.mongodb.BasicDBObject;
import com.mongodb.client.model.Filters;
import javax.servlet.http.HttpServletRequest;
import org.bson.Document;

class Users {
    void find(HttpServletRequest request) {
        String name = request.getParameter("name");
        // ruleid: java-nosql-injection
        users.find(BasicDBObject.parse("{ name: '" + name + "' }"));
        // ruleid: java-nosql-injection
        users.find(Filters.where("this.name == '" + name + "'"));
        String json = "{ \"mail\": \"" + request.getParameter("mail") + "\" }";
        // ruleid: java-nosql-injection
        users.find(Document.parse(json));
        by(name);
        // ok: java-nosql-injection
        users.find(Filters.eq("name", name));
        // ok: java-nosql-injection
        users.find(new Document("name", name));
        // ok: java-nosql-injection
        users.find(Document.parse("{ active: true }"));
        // ok: java-nosql-injection
        users.find(new BasicDBObject("$where", "this.a == this.b"));
        // ok: java-nosql-injection
        users.find(Document.parse("{ age: " + Integer.parseInt(name) + " }"));
    }

    void by(String code) {
        // ruleid: java-nosql-injection
        users.find(new BasicDBObject("$where", "this.x == " + code));
    }
}
