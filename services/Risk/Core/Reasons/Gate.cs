namespace Superintel.Risk.Reasons;

/// <summary>Where a reason is given.</summary>
[Flags]
public enum Gate
{
    None = 0,

    /// <summary>Before approval, when a signal asks for its size.</summary>
    Sizing = 1,

    /// <summary>After approval, when a proposal asks for clearance.</summary>
    Verdict = 2,

    Both = Sizing | Verdict,
}
