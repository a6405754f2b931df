namespace Superintel.Gateway.Tests;

/// <summary>What reached the service.</summary>
internal sealed record Echo(string User, IReadOnlyList<string> Roles, string Method, string Path, bool CallersSecretsPassed);
