using System.Net.Http;
using Microsoft.AspNetCore.Mvc;

public class ProxyController : Controller
{
    private readonly HttpClient _httpClient;
    private readonly string _baseUrl = "https://api.example.com";

    public async Task<IActionResult> Fetch(string url)
    {
        // ruleid: csharp-ssrf
        var text = await _httpClient.GetStringAsync(url);
        // ruleid: csharp-ssrf
        var request = new HttpRequestMessage(HttpMethod.Get, "https://" + Request.Query["host"] + "/status");
        // ruleid: csharp-ssrf
        var old = WebRequest.Create(Request.Form["feed"]);
        // ruleid: csharp-ssrf
        await _httpClient.PostAsync(new Uri(url), content);
        return Content(text);
    }

    [HttpPost]
    public Task<string> Hook([FromBody] Hook hook) => Load(hook.Address);

    private async Task<string> Load(string address)
    {
        // ruleid: csharp-ssrf
        return await _httpClient.GetStringAsync(address);
    }

    public async Task<IActionResult> Safe(string id, string url)
    {
        // ok: csharp-ssrf
        var text = await _httpClient.GetStringAsync("https://api.example.com/items/" + id);
        // ok: csharp-ssrf
        var more = await _httpClient.GetStringAsync($"https://api.example.com/items/{id}");
        // ok: csharp-ssrf
        var relative = await _httpClient.GetStringAsync($"/items/{id}");
        // ok: csharp-ssrf
        var based = await _httpClient.GetStringAsync($"{_baseUrl}/items/{id}");
        var address = new Uri(url);
        if (!AllowedHosts.Contains(address.Host))
        {
            return BadRequest();
        }
        // ok: csharp-ssrf
        return Content(await _httpClient.GetStringAsync(address));
    }
}
class ProxyController : Controller
{
    [HttpPost]
    public async Task<string> Fetch(string url)
    {
        var c = new HttpClient();
        // ruleid: csharp-ssrf
        return await c.GetStringAsync(url);
    }
}
