namespace Superintel.Feed;

/// <summary>A NuGet package as the application's dependency manifest describes it.</summary>
/// <param name="Id">The package id.</param>
/// <param name="Version">The resolved version.</param>
/// <param name="Dependencies">Ids and versions of the packages it needs, in ordinal order.</param>
/// <param name="Assemblies">Paths inside the package, for example lib/net10.0/Grpc.Net.Client.dll; empty for a package of packages.</param>
public sealed record BundledPackage(
    string Id, string Version, IReadOnlyDictionary<string, string> Dependencies, IReadOnlyList<string> Assemblies);
