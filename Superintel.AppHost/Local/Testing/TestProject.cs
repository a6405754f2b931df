namespace Superintel.AppHost.Local.Testing;

/// <param name="File">Path of the project file from the repository's root.</param>
/// <param name="Alone">Whether it needs the machine for itself: it runs fleets and kills them, with deadlines.</param>
public sealed record TestProject(string File, bool Alone)
{
    private static readonly string[] NeedTheMachine =
        ["Superintel.Integration.Tests", "Superintel.EndToEnd.Tests", "Superintel.AppHost.Tests"];

    public string Name => Path.GetFileNameWithoutExtension(File);

    /// <summary>Every test project of the repository, those that can run beside others first.</summary>
    public static IReadOnlyList<TestProject> In(Repository repository) =>
        [.. Directory.EnumerateFiles(repository.At("tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(repository.Root, file))
            .Select(file => new TestProject(file, NeedTheMachine.Contains(Path.GetFileNameWithoutExtension(file))))
            .OrderBy(project => project.Alone)
            .ThenBy(project => project.Name, StringComparer.Ordinal)];
}
