using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

public class ToolsController : ControllerBase
{
    [HttpGet("ping")]
    public IActionResult Ping(string host)
    {
        // ruleid: csharp-command-injection
        Process.Start("cmd.exe", "/C ping " + host);
        // ruleid: csharp-command-injection
        var info = new ProcessStartInfo("sh", $"-c \"ping {host}\"");
        var process = new Process();
        process.StartInfo.FileName = "bash";
        // ruleid: csharp-command-injection
        process.StartInfo.Arguments = $"-c \"whois {Request.Query["domain"]}\"";
        // ruleid: csharp-command-injection
        var other = new ProcessStartInfo { FileName = Request.Form["tool"], UseShellExecute = false };
        // ruleid: csharp-command-injection
        powerShell.AddScript("Get-Process " + host);
        return Ok();
    }

    [HttpPost]
    public IActionResult Convert([FromBody] Job job)
    {
        return Ok(Run("convert " + job.File));
    }

    private int Run(string command)
    {
        // ruleid: csharp-command-injection
        return Process.Start("/bin/sh", "-c '" + command + "'").Id;
    }

    public IActionResult Safe(string host, int pid)
    {
        // ok: csharp-command-injection
        var info = new ProcessStartInfo("ping");
        info.ArgumentList.Add(host);
        // ok: csharp-command-injection
        Process.Start("kill", "-9 " + pid);
        // ok: csharp-command-injection
        Process.Start("uptime");
        if (!Allowed.Contains(host))
        {
            return BadRequest();
        }
        // ok: csharp-command-injection
        Process.Start("ping", host);
        // ok: csharp-command-injection
        Process.Start(_settings.Tool, "--version");
        return Ok();
    }
}
