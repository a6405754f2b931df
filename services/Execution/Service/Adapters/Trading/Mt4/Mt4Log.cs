namespace Superintel.Execution.Service.Adapters.Trading.Mt4;

/// <summary>What the venue's adapter says.</summary>
internal sealed partial class Mt4Log(ILogger<Mt4Log> log)
{
    public void NewJournal(long last) => NewJournal(log, last);

    public void PassedOver(long number, string? order, string state, string symbol) => PassedOver(log, number, order, state, symbol);

    [LoggerMessage(5321, LogLevel.Warning,
        "the MT4 bridge has another journal: its event {Last} is not the one that was taken in; all is told anew")]
    private static partial void NewJournal(ILogger logger, long last);

    [LoggerMessage(5322, LogLevel.Error,
        "event {Number} of the MT4 bridge is passed over: order {Order} is {State} and the terminal does not list {Symbol} any more; "
            + "what it traded shows as a position that differs")]
    private static partial void PassedOver(ILogger logger, long number, string? order, string state, string symbol);
}
