public class UsersController : Controller
{
    public async Task<IActionResult> Bad(int id)
    {
        var user = _users.Find(id);
        // ruleid: csharp-mass-assignment
        await TryUpdateModelAsync(user);
        // ruleid: csharp-mass-assignment
        await TryUpdateModelAsync<User>(user, "user");
        // ruleid: csharp-mass-assignment
        UpdateModel(user);
        // ruleid: csharp-mass-assignment
        TryUpdateModel(user);
        return View(user);
    }

    public async Task<IActionResult> Good(int id, UserForm form)
    {
        var user = _users.Find(id);
        // ok: csharp-mass-assignment
        await TryUpdateModelAsync(user, "", u => u.Name, u => u.Email);
        // ok: csharp-mass-assignment
        UpdateModel(user, new[] { "Name" });
        // ok: csharp-mass-assignment
        user.Name = form.Name;
        // ok: csharp-mass-assignment
        _users.Update(user);
        return View(user);
    }
}
