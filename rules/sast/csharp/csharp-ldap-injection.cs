using System.DirectoryServices;
using Microsoft.AspNetCore.Mvc;

public class PeopleController : Controller
{
    public IActionResult Find(string user)
    {
        // ruleid: csharp-ldap-injection
        var searcher = new DirectorySearcher("(uid=" + user + ")");
        // ruleid: csharp-ldap-injection
        searcher.Filter = $"(&(objectClass=person)(mail={Request.Query["mail"]}))";
        // ruleid: csharp-ldap-injection
        var other = new DirectorySearcher(entry, string.Format("(cn={0})", user));
        // ok: csharp-ldap-injection
        searcher.Filter = "(uid=" + Encoder.LdapFilterEncode(user) + ")";
        // ok: csharp-ldap-injection
        searcher.Filter = "(objectClass=person)";
        return Ok(Search(user));
    }

    private SearchRequest Search(string name)
    {
        // ruleid: csharp-ldap-injection
        return new SearchRequest("dc=example,dc=com", $"(cn={name})", SearchScope.Subtree);
    }

    public IActionResult Safe(string user, int id)
    {
        // ok: csharp-ldap-injection
        var searcher = new DirectorySearcher("(employeeNumber=" + id + ")");
        if (!Regex.IsMatch(user, "^[a-z0-9]+$"))
        {
            throw new ArgumentException(nameof(user));
        }
        // ok: csharp-ldap-injection
        searcher.Filter = $"(uid={user})";
        return Ok(searcher.FindOne());
    }

    [HttpGet]
    public IActionResult Qualified(string name)
    {
        // ruleid: csharp-ldap-injection
        return Ok(new System.DirectoryServices.DirectorySearcher("(uid=" + name + ")"));
    }
}
