namespace Superintel.Gateway.Auth;

/// <summary>A new API key.</summary>
/// <param name="Key">For the header X-Api-Key; shown this once.</param>
public sealed record IssuedApiKey(string Id, string Key);
