namespace Superintel.AppHost.Local.Testing;

/// <summary>What came of one project, or of several added up.</summary>
/// <param name="Failures">One text per failed test, or per run that ended before its tests did.</param>
public sealed record TestOutcome(int Passed, int Failed, int Skipped, IReadOnlyList<string> Failures)
{
    public static TestOutcome None { get; } = new(0, 0, 0, []);

    public static TestOutcome operator +(TestOutcome left, TestOutcome right) => left.Add(right);

    public TestOutcome Add(TestOutcome other) => new(
        Passed + other.Passed, Failed + other.Failed, Skipped + other.Skipped, [.. Failures, .. other.Failures]);

    /// <summary>A run that broke off counts as one failed test, so that no summary of it looks green.</summary>
    public static TestOutcome Broken(string why) => new(0, 1, 0, [why]);

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
