namespace Superintel.Architecture.Tests.Tidy;

/// <summary>A rule about one file's text.</summary>
/// <param name="Name">The rule as a sentence.</param>
/// <param name="Applies">Which files, by path relative to the root.</param>
/// <param name="Complaints">What is wrong with a file; nothing when it is fine.</param>
internal sealed record TidyRule(string Name, Func<string, bool> Applies, Func<string, string, IEnumerable<string>> Complaints)
{
    public IEnumerable<string> Check(string path, string text) =>
        Applies(path) ? Complaints(path, text).Select(complaint => $"{path}: {complaint}") : [];

    public override string ToString() => Name;
}
