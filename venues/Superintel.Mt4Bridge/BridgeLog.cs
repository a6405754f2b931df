using Superintel.Mt4Bridge.Journal;

namespace Superintel.Mt4Bridge;

/// <summary>What the bridge says: event ids 6401 to 6419. No token and no body is ever in it.</summary>
internal static partial class BridgeLog
{
    [LoggerMessage(6401, LogLevel.Information,
        "listening at {Url} and for the terminal at {TerminalUrl}; {Orders} orders in the journal, {Open} open, {Events} events")]
    public static partial void Listening(this ILogger log, Uri url, Uri terminalUrl, int orders, int open, long events);

    [LoggerMessage(6402, LogLevel.Information, "the terminal came: chart {Node}, account {Login} at {Server}, build {Build}")]
    public static partial void TerminalCame(this ILogger log, string node, long login, string server, int build);

    [LoggerMessage(6403, LogLevel.Warning, "the terminal is not at its broker: no orders are taken")]
    public static partial void BrokerLost(this ILogger log);

    [LoggerMessage(6404, LogLevel.Information, "the terminal is at its broker")]
    public static partial void BrokerThere(this ILogger log);

    [LoggerMessage(6405, LogLevel.Warning, "the terminal does not let experts trade")]
    public static partial void TradingOff(this ILogger log);

    [LoggerMessage(6406, LogLevel.Warning, "a terminal is refused: {Why}")]
    public static partial void TerminalRefused(this ILogger log, string why);

    [LoggerMessage(6407, LogLevel.Information, "order {Id}: {Side} {Lots} {Symbol} {Type}")]
    public static partial void Taken(this ILogger log, string id, string side, decimal lots, string symbol, string type);

    [LoggerMessage(6408, LogLevel.Information, "command {Sequence} leaves for the terminal: order {Id}, ticket {Ticket}")]
    public static partial void Handed(this ILogger log, long sequence, string? id, long? ticket);

    [LoggerMessage(6409, LogLevel.Information, "order {Id} is {State}, ticket {Ticket}, {Filled} lots")]
    public static partial void Told(this ILogger log, string? id, string state, long? ticket, decimal filled);

    [LoggerMessage(6410, LogLevel.Warning, "order {Id} is {State}, MetaTrader's {MtCode}: {Why}")]
    public static partial void Failed(this ILogger log, string? id, string state, int mtCode, string? why);

    [LoggerMessage(6411, LogLevel.Warning, "requests without the right token at {Side}: {Count} so far")]
    public static partial void Unauthorised(this ILogger log, string side, long count);

    [LoggerMessage(6412, LogLevel.Critical, "the journal cannot be written: nothing leaves any more, and the bridge ends")]
    public static partial void JournalFailed(this ILogger log, JournalDamagedException failure);

    [LoggerMessage(6413, LogLevel.Information, "the bridge ends")]
    public static partial void Ends(this ILogger log);

    [LoggerMessage(6414, LogLevel.Information, "order {Id} comes again, after a refusal that passes")]
    public static partial void Repeated(this ILogger log, string id);

    [LoggerMessage(6415, LogLevel.Information, "ticket {Ticket} is to be closed by {By}, which is of the other side")]
    public static partial void Netted(this ILogger log, long ticket, long by);
}
