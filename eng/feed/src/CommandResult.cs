namespace Superintel.Feed;

public sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last lines of both streams, for a message.</summary>
    public string Tail => string.Join(Environment.NewLine, Lines.TakeLast(8));

    private string[] Lines =>
        $"{Output}\n{Errors}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
