namespace Superintel.EndToEnd.Tests.Fleet;

/// <summary>What a command of ./superintel did.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Errors}";
}
