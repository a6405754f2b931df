namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>Where the expert can end while it has a command in hand.</summary>
public enum TerminalMoment
{
    /// <summary>The bridge handed it out, and the expert never read it.</summary>
    BeforeTaking = 1,

    /// <summary>It wrote the command down, and nothing happened at the broker.</summary>
    BeforeDoing = 2,

    /// <summary>It happened at the broker, and the expert does not know it.</summary>
    AfterDoing = 3,
}
