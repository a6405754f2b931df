namespace Superintel.Risk.Verdicts;

/// <summary>One stage of the chain: looks at the trade, reports its numbers, and vetoes with codes. A function of its input
/// alone.</summary>
public interface IStage
{
    /// <summary>Under which its measures are reported, kebab-case.</summary>
    string Name { get; }

    void Examine(VerdictInput input, Findings findings);
}
