public class ItemsController : ControllerBase
{
    public async Task<IActionResult> Get()
    {
        try
        {
            return Ok(Load());
        }
        catch (IOException ex)
        {
            // ruleid: aspnet-exception-exposed
            return BadRequest(ex.ToString());
        }
        catch (SqlException ex)
        {
            // ruleid: aspnet-exception-exposed
            return StatusCode(500, ex.Message + ex.StackTrace);
        }
        catch (Exception ex)
        {
            // ruleid: aspnet-exception-exposed
            await Response.WriteAsync("<pre>" + ex.StackTrace + "</pre>");
            // ruleid: aspnet-exception-exposed
            return StatusCode(500, ex);
        }
    }

    public IActionResult Good()
    {
        try
        {
            // ok: aspnet-exception-exposed
            return Ok(Load());
        }
        catch (Exception ex)
        {
            // ok: aspnet-exception-exposed
            _logger.LogError(ex, ex.StackTrace);
            // ok: aspnet-exception-exposed
            var first = StatusCode(500, "Something went wrong.");
            // ok: aspnet-exception-exposed
            return Problem();
        }
    }
}
