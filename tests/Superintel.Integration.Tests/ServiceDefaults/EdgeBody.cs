namespace Superintel.Integration.Tests.ServiceDefaults;

internal sealed record EdgeBody(decimal Amount, EdgeMode Mode, string? Comment = null);
