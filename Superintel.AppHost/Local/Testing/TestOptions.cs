namespace Superintel.AppHost.Local.Testing;

/// <param name="Filter">As <c>dotnet test --filter</c>; null for every test.</param>
/// <param name="Coverage">Whether line coverage is measured, which takes longer.</param>
/// <param name="Nightly">The runs that take hours instead: a million damaged messages a venue, two hundred crash sessions.</param>
public sealed record TestOptions(string? Filter, bool Coverage, bool Nightly = false);
