namespace Superintel.ServiceDefaults.Messaging;

/// <summary>The broker, from ConnectionStrings:rabbitmq.</summary>
internal sealed record BrokerAddress(Uri Uri)
{
    public string User => Uri.UnescapeDataString(Uri.UserInfo.Split(':')[0]);

    public string Password => Uri.UserInfo.Split(':') is [_, var password] ? Uri.UnescapeDataString(password) : string.Empty;

    /// <summary>Without the secret, fit for MassTransit's host address.</summary>
    public Uri Host => new UriBuilder(Uri) { UserName = string.Empty, Password = string.Empty,
        Scheme = Uri.Scheme == "amqps" ? "rabbitmqs" : "rabbitmq" }.Uri;

    /// <exception cref="InvalidOperationException">Not an amqp address.</exception>
    public static BrokerAddress Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"
            ? new BrokerAddress(uri)
            : throw new InvalidOperationException("ConnectionStrings:rabbitmq must be an address like amqp://user:password@host:port/.");
}
