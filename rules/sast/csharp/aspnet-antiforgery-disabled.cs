using Microsoft.AspNetCore.Mvc;

public class OrdersController : Controller
{
    // ruleid: aspnet-antiforgery-disabled
    [IgnoreAntiforgeryToken]
    [HttpPost]
    public IActionResult Create(Order order)
    {
        return View(order);
    }

    [HttpPost]
    [ValidateAntiForgeryToken]
    // ok: aspnet-antiforgery-disabled
    public IActionResult Update(Order order)
    {
        return View(order);
    }
}

// ruleid: aspnet-antiforgery-disabled
[IgnoreAntiforgeryToken]
public class FormModel : PageModel
{
    public void OnPost() { }
}

public class Startup
{
    public void Configure(MvcOptions options, WebApplication app)
    {
        // ruleid: aspnet-antiforgery-disabled
        options.Filters.Add(new IgnoreAntiforgeryTokenAttribute());
        // ruleid: aspnet-antiforgery-disabled
        app.MapPost("/upload", Upload).DisableAntiforgery();
        // ok: aspnet-antiforgery-disabled
        options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
        // ok: aspnet-antiforgery-disabled
        app.MapPost("/form", Form);
    }
}

// ok: aspnet-antiforgery-disabled
[AutoValidateAntiforgeryToken]
public class SafeController : Controller
{
}
