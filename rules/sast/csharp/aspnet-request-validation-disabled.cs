public class NotesController : Controller
{
    // ruleid: aspnet-request-validation-disabled
    [ValidateInput(false)]
    public ActionResult Save(string text)
    {
        return View();
    }

    // ruleid: aspnet-request-validation-disabled
    [HttpPost, ValidateInput(false)]
    public ActionResult Post(string text)
    {
        return View();
    }

    public NotesController()
    {
        // ruleid: aspnet-request-validation-disabled
        this.ValidateRequest = false;
        // ruleid: aspnet-request-validation-disabled
        page.ValidateRequest = false;
    }

    // ok: aspnet-request-validation-disabled
    [ValidateInput(true)]
    public ActionResult Safe(string text)
    {
        // ok: aspnet-request-validation-disabled
        var first = text;
        // ok: aspnet-request-validation-disabled
        this.ValidateRequest = true;
        return View();
    }

    // ok: aspnet-request-validation-disabled
    [HttpPost]
    public ActionResult Plain(string text)
    {
        return View();
    }
}
