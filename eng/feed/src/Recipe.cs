namespace Superintel.Feed;

/// <summary>What the feed is made of: the pinned source, and the packages taken out of it.</summary>
public static class Recipe
{
    /// <summary>Raised when the written packages change in form, so that an older feed is rebuilt.</summary>
    public const int Form = 1;

    public const string AspireVersion = "13.5.4";

    /// <summary>The version of Aspire's SDK and hosting packages that the application host is written for.</summary>
    public const string AspireHostingVersion = "13.5.2";

    /// <summary>
    /// One source is enough for the packages on every platform, since they hold plain IL.
    /// The dashboard is native: a platform without a line here runs without one until its line is added.
    /// </summary>
    public static IReadOnlyDictionary<string, NpmPin> AspireCli { get; } = new SortedDictionary<string, NpmPin>(StringComparer.Ordinal)
    {
        ["linux-x64"] = new(
            "@microsoft/aspire-cli-linux-x64",
            AspireVersion,
            "sha512-8PWeRHM1+QwQB2wxDnfPsimi3EW01r04b4DjX0jIDE78SlfJabwVfYArW/48vDzYvPzKSRye6DIPVAsCFoXjBA=="),
    };

    public const string PackageSource = "linux-x64";

    /// <summary>Package ids and versions that the source holds; both are checked against its dependency manifest.</summary>
    public static IReadOnlyDictionary<string, string> Packages { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Google.Protobuf"] = "3.34.1",
        ["Grpc.AspNetCore"] = "2.80.0",
        ["Grpc.AspNetCore.Server"] = "2.80.0",
        ["Grpc.AspNetCore.Server.ClientFactory"] = "2.80.0",
        ["Grpc.Core.Api"] = "2.80.0",
        ["Grpc.Net.Client"] = "2.80.0",
        ["Grpc.Net.ClientFactory"] = "2.80.0",
        ["Grpc.Net.Common"] = "2.80.0",
        ["Microsoft.Bcl.Cryptography"] = "10.0.2",
        ["Microsoft.IdentityModel.Abstractions"] = "8.19.2",
        ["Microsoft.IdentityModel.JsonWebTokens"] = "8.19.2",
        ["Microsoft.IdentityModel.Logging"] = "8.19.2",
        ["Microsoft.IdentityModel.Protocols"] = "8.19.2",
        ["Microsoft.IdentityModel.Protocols.OpenIdConnect"] = "8.19.2",
        ["Microsoft.IdentityModel.Tokens"] = "8.19.2",
        ["OpenTelemetry.Extensions.Hosting"] = "1.15.3",
        ["System.IO.Hashing"] = "10.0.8",
        ["System.IdentityModel.Tokens.Jwt"] = "8.19.2",
    };

    /// <summary>Changes whenever anything that decides the feed's content changes.</summary>
    public static string Fingerprint { get; } = string.Join(
        '\n',
        Packages.Select(package => $"{package.Key}/{package.Value}")
            .Concat(AspireCli.Select(pin => $"{pin.Key} {pin.Value} {pin.Value.Integrity}"))
            .Append($"hosting {AspireHostingVersion}")
            .Append($"form {Form}"));
}
