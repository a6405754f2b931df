namespace Superintel.ServiceDefaults.Messaging;

/// <summary>The NOTIFY channel that wakes a service's dispatcher.</summary>
internal static class OutboxChannel
{
    public static string Of(ServiceIdentity identity) => $"superintel_outbox_{identity.Name}";
}
