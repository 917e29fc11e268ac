using Microsoft.AspNetCore.Mvc;
using MongoDB.Bson;
using MongoDB.Driver;

public class UsersController : Controller
{
    [HttpGet]
    public IActionResult Bad(string name)
    {
        // ruleid: csharp-nosql-injection
        var a = users.Find(BsonDocument.Parse("{ name: '" + name + "' }")).ToList();
        // ruleid: csharp-nosql-injection
        var b = users.Find(BsonDocument.Parse($"{{ name: '{name}' }}")).ToList();
        // ruleid: csharp-nosql-injection
        var c = users.Find(new JsonFilterDefinition<User>("{ name: '" + Request.Query["name"] + "' }"));
        // ruleid: csharp-nosql-injection
        var d = users.Find(new BsonDocument("$where", "this.name == '" + name + "'"));
        return Ok(a);
    }

    [HttpGet]
    public IActionResult Good(string name, int age)
    {
        // ok: csharp-nosql-injection
        var a = users.Find(Builders<User>.Filter.Eq(u => u.Name, name)).ToList();
        // ok: csharp-nosql-injection
        var b = users.Find(BsonDocument.Parse("{ age: " + age + " }")).ToList();
        // ok: csharp-nosql-injection
        var c = users.Find(new BsonDocument("name", name));
        // ok: csharp-nosql-injection
        var d = users.Find(BsonDocument.Parse("{ active: true }"));
        return Ok(a);
    }
}
