namespace Superintel.Cli;

/// <summary>What the process's exit code says.</summary>
public static class ExitCode
{
    public const int Success = 0;

    /// <summary>The answer was no: a broken journal, a refused command.</summary>
    public const int Failure = 1;

    /// <summary>The input was wrong.</summary>
    public const int BadInput = 2;

    /// <summary>The gateway does not answer.</summary>
    public const int Unreachable = 3;

    /// <summary>Not signed in, or not allowed.</summary>
    public const int NotAllowed = 4;
}
