using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.Chain;

namespace Superintel.Journal.Tests.Chain;

/// <summary>Entries and events for the tests.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset Noon = new(1999, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static JournalEntry After(ChainHead head, string eventId, string decisionId = "", string kind = "access-recorded")
    {
        var entry = new JournalEntry(head.Sequence + 1, kind, eventId, decisionId, Noon, Noon.AddTicks(10), $"{{\"id\":\"{eventId}\"}}",
            "", head.Hash, "");
        return entry with { Hash = EntryHash.Of(entry) };
    }

    public static AccessRecorded Access(string id) => new(id, "ada", "login", "", Noon);

    public static IDecisionEvent Declined(string decisionId) =>
        new ProposalDeclined("", decisionId, "KO.XNYS~PG.XNYS", "sizing-refused", "below-one-lot", "policy:sizing", Noon);
}
