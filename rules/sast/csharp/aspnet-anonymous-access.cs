// ruleid: aspnet-anonymous-access
[AllowAnonymous]
public class OrdersController : Controller
{
}

// ruleid: aspnet-anonymous-access
[AllowAnonymous, Route("x")]
public class ItemsController : ControllerBase
{
}

public class UsersController : ControllerBase
{
    // ruleid: aspnet-anonymous-access
    [AllowAnonymous]
    [HttpDelete("{id}")]
    public IActionResult Remove(int id)
    {
        return Ok();
    }

    // ruleid: aspnet-anonymous-access
    [AllowAnonymous]
    [HttpPut]
    public IActionResult Change(int id)
    {
        return Ok();
    }

    // ok: aspnet-anonymous-access
    [AllowAnonymous]
    [HttpGet]
    public IActionResult Show(int id)
    {
        return Ok();
    }

    // ok: aspnet-anonymous-access
    [HttpDelete("{id}/tags")]
    public IActionResult Clear(int id)
    {
        return Ok();
    }
}

// ok: aspnet-anonymous-access
[Authorize]
public class AdminController : Controller
{
}

// ok: aspnet-anonymous-access
public class PlainController : Controller
{
}
