using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.AspNetCore.Mvc;

public class FormulaController : Controller
{
    public async Task<IActionResult> Run(string formula)
    {
        // ruleid: csharp-code-injection
        var result = await CSharpScript.EvaluateAsync("return " + formula + ";");
        // ruleid: csharp-code-injection
        var typed = await CSharpScript.EvaluateAsync<int>(Request.Form["code"]);
        // ruleid: csharp-code-injection
        _scriptEngine.Execute(formula);
        // ok: csharp-code-injection
        _connection.Execute("SELECT " + formula);
        // ruleid: csharp-code-injection
        provider.CompileAssemblyFromSource(options, formula);
        // ok: csharp-code-injection
        var known = await CSharpScript.EvaluateAsync("1 + 2");
        // ok: csharp-code-injection
        var number = double.Parse(formula);
        return Ok(await Evaluate(formula));
    }

    private async Task<object> Evaluate(string text)
    {
        // ruleid: csharp-code-injection
        return await CSharpScript.EvaluateAsync(text, ScriptOptions.Default);
    }

    public async Task<IActionResult> Safe(string name, int size)
    {
        // ok: csharp-code-injection
        var first = await CSharpScript.EvaluateAsync($"{size} * 2");
        // ok: csharp-code-injection
        var second = await CSharpScript.EvaluateAsync(Formulas[0], globals: new Globals { Name = name });
        return Ok(first);
    }
}
