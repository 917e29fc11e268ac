class Doors
{
    // ruleid: csharp-fixed-values-const, csharp-fixed-values-readonly
    private readonly string front = "red";
    // ruleid: csharp-fixed-values-const, csharp-fixed-values-readonly
    const string back = "blue";
    // ok: csharp-fixed-values-const
    private string side = "green";
}
