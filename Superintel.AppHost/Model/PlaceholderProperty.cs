namespace Superintel.AppHost.Model;

public enum PlaceholderProperty
{
    /// <summary>The value of a parameter.</summary>
    Value,

    /// <summary>scheme://host:port as others reach the endpoint.</summary>
    Url,

    /// <summary>The host as others reach it.</summary>
    Host,

    /// <summary>The port as others reach it.</summary>
    Port,

    /// <summary>The port on which the part itself listens.</summary>
    TargetPort,
}
