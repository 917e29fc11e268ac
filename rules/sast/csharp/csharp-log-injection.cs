using Microsoft.AspNetCore.Mvc;

public class LoginController : Controller
{
    private readonly ILogger<LoginController> _logger;

    public IActionResult Login(string user, int id)
    {
        // ruleid: csharp-log-injection
        _logger.LogWarning("Login failed for " + user);
        // ruleid: csharp-log-injection
        _logger.LogInformation($"agent {Request.Headers["User-Agent"]}");
        // ruleid: csharp-log-injection
        Log.Error(string.Format("no such page {0}", Request.Path));
        // ok: csharp-log-injection
        _logger.LogWarning("Login failed for {User}", user);
        // ok: csharp-log-injection
        _logger.LogInformation("Login failed for " + id);
        // ok: csharp-log-injection
        _logger.LogInformation("Login failed");
        // ok: csharp-log-injection
        _logger.LogInformation("Login failed for " + user.Replace("\n", ""));
        Note(user);
        return Unauthorized();
    }

    private void Note(string text)
    {
        // ruleid: csharp-log-injection
        _logger.LogError("note: " + text);
    }
}
