namespace Superintel.Gateway.Live;

/// <summary>What a client may say: {"type":"subscribe","channels":["orders"]}, or {"type":"pong"}.</summary>
internal sealed record LiveRequest(string Type, IReadOnlyList<string>? Channels = null);
