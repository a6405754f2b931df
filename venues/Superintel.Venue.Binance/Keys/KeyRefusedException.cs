namespace Superintel.Venue.Binance.Keys;

/// <summary>API keys are missing or unsafely kept; nothing may be started with them. Its text never holds a key.</summary>
public sealed class KeyRefusedException : Exception
{
    public KeyRefusedException()
        : this("key-missing", string.Empty)
    {
    }

    public KeyRefusedException(string message)
        : this("key-missing", message)
    {
    }

    public KeyRefusedException(string message, Exception inner)
        : base(message, inner) => Code = "key-missing";

    public KeyRefusedException(string code, string message)
        : base(message) => Code = code;

    /// <summary>key-missing, key-file-open or key-unreadable.</summary>
    public string Code { get; }
}
