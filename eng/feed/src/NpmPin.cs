namespace Superintel.Feed;

/// <summary>An npm package at one version whose tarball must hash to one value.</summary>
/// <param name="Package">The npm name, with its scope.</param>
/// <param name="Version">The exact version.</param>
/// <param name="Integrity">The registry's <c>dist.integrity</c>: "sha512-" and the digest in base64.</param>
public sealed record NpmPin(string Package, string Version, string Integrity)
{
    public override string ToString() => $"{Package}@{Version}";
}
