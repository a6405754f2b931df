using System.CommandLine;
using Superintel.Cli.Output;

namespace Superintel.Cli.Commands;

/// <summary>The lists, one line of description each.</summary>
public static class ListCommands
{
    private const string Time = "yyyy-MM-dd HH:mm";

    public static IEnumerable<Command> All() => Lists.Select(list => list.ToCommand());

    private static IEnumerable<ListCommand> Lists =>
    [
        new("instruments", "Instruments and how fresh their data is.", "/api/instruments",
            [new("INSTRUMENT", "instrumentId"), new("NAME", "name"), new("CLASS", "assetClass"), new("CCY", "currency"),
             new("SECTOR", "sector"), new("LAST BAR", "lastBarAt", Time), new("STALE", "stale"), new("WHY", "staleReason")],
            [("q", "Part of a symbol or name.")], "No instruments yet: the feed has not started, or nothing was imported."),
        new("quarantine", "Bars that failed the data gate: kept, and used for nothing.", "/api/quarantine",
            [new("NO", "number"), new("INSTRUMENT", "instrumentId"), new("INTERVAL", "interval"), new("CLOSED", "closedAt", Time),
             new("CLOSE", "close"), new("SOURCE", "source"), new("IN A ROW", "consecutiveFailures"), new("WHY", "failures")],
            [("instrumentId", "Only this instrument.")], "Every bar passed the data gate."),
        new("pairs", "Pairs that passed discovery, with spread and z-score.", "/api/pairs",
            [new("PAIR", "pairId"), new("HEDGE", "hedgeRatio", "0.000"), new("HALF-LIFE", "halfLifeBars", "0.0"),
                new("TAU", "statistic", "0.00"),
             new("P", "pValue", "0.0000"), new("Q", "qValue", "0.0000"), new("TESTED", "tested"), new("Z", "zScore", "0.00"),
                 new("STANCE", "stance")],
            [], "No pairs at present: discovery needs a full trailing window of bars, and may accept none."),
        new("signals", "What the ensemble said.", "/api/signals",
            [new("AT", "occurredAt", Time), new("DECISION", "decisionId"), new("PAIR", "pairId"), new("INTENT", "intent"),
             new("DIRECTION", "direction", "0.00"), new("CONFIDENCE", "confidence", "0.00"), new("Z", "zScore", "0.00")],
            [("pairId", "Only this pair.")], "No signals yet."),
        new("proposals", "Proposals and what became of them.", "/api/proposals",
            [new("PROPOSAL", "proposalId"), new("PAIR", "pairId"), new("INTENT", "intent"), new("TIER", "tier"), new("STATUS", "status"),
             new("NOTIONAL", "notional", "N0"), new("CCY", "currency"), new("Z", "zScore", "0.00"), new("EXPIRES", "expiresAt", Time)],
            [("status", "pending, approved, declined or lapsed.")], "No proposals."),
        new("orders", "Orders and their state.", "/api/orders",
            [new("SUBMITTED", "submittedAt", Time), new("ORDER", "clientOrderId"), new("VENUE", "venue"), new("INSTRUMENT", "instrumentId"),
             new("SIDE", "side"), new("QTY", "quantity"), new("FILLED", "cumulativeQuantity"), new("AVG PRICE", "averagePrice", "0.00##"),
             new("FEE", "commission", "0.00##"), new("FEE PENDING", "commissionPending", null, true),
             new("STATUS", "status"), new("DECISION", "decisionId")],
            [("status", "Only orders in this state."), ("decisionId", "Only orders of this decision."), ("source", "desk or external.")],
            "No orders yet."),
        new("fills", "Executions.", "/api/fills",
            [new("AT", "occurredAt", Time), new("EXECUTION", "executionId"), new("ENTRY", "entry"), new("REV", "revision"),
             new("INSTRUMENT", "instrumentId"), new("SIDE", "side"),
             new("QTY", "quantity"), new("PRICE", "price", "0.00##"), new("FEE", "commission", "0.00##"), new("CCY", "commissionCurrency"),
             new("FEE IN UNITS", "feeQuantity", null, true), new("WITHHELD", "withheldQuantity", null, true),
             new("DECISION", "decisionId")],
            [("decisionId", "Only fills of this decision.")], "No fills yet."),
        new("positions", "Open positions.", "/api/positions",
            [new("PAIR", "pairId"), new("INSTRUMENT", "instrumentId"), new("QTY", "quantity"), new("AVG PRICE", "averagePrice", "0.00##"),
             new("LAST", "lastPrice", "0.00##"), new("VALUE", "marketValue", "N0"), new("UNREALIZED", "unrealizedPnl", "N2"),
             new("REALIZED", "realizedPnl", "N2"), new("CCY", "currency")],
            [], "Flat: no open positions."),
        new("journal", "The journal, newest first.", "/api/journal",
            [new("SEQ", "sequence"), new("AT", "occurredAt", Time), new("KIND", "kind"), new("EVENT", "eventId"),
                new("DECISION", "decisionId")],
            [("decisionId", "Only this decision."), ("kind", "Only this kind of event.")], "The journal is empty."),
        new("verdicts", "Risk's verdicts.", "/api/risk/verdicts",
            [new("AT", "at", Time), new("DECISION", "decisionId"), new("PAIR", "pairId"), new("VERDICT", "verdict"),
                new("REASONS", "reasons")],
            [], "No verdicts yet."),
    ];
}
