namespace Superintel.Gateway.Auth;

/// <summary>Answer to a rotation: the id of the key that signs now.</summary>
public sealed record RotatedKey(string KeyId);
