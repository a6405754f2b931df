namespace Superintel.AppHost.Local.Testing;

/// <param name="Filter">As <c>dotnet test --filter</c>; null for every test.</param>
/// <param name="Coverage">Whether line coverage is measured, which takes longer.</param>
public sealed record TestOptions(string? Filter, bool Coverage);
