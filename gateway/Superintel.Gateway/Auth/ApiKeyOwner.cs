namespace Superintel.Gateway.Auth;

/// <summary>Whom a key speaks for, and with which role.</summary>
internal sealed record ApiKeyOwner(string KeyId, string User, string Role);
