using System.Text.Json.Nodes;
using Superintel.Journal.Chain;
using Superintel.Journal.Chain.Ports;
using Superintel.Journal.Chain.Verify;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;

namespace Superintel.Journal.Service.Endpoints;

/// <summary>The chain: list, verify.</summary>
public static class JournalEndpoints
{
    public static void MapJournalApiV1(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/journal").RequireAuthorization(Policies.Viewer).WithTags("Journal");
        group.MapGet("/", List).WithSummary("Entries, newest first");
        group.MapGet("/verify", Verify).WithSummary("Recompute the chain and name the first broken entry");
        routes.MapDecisions();
        routes.MapReports();
    }

    private static async Task<Page<EntryView>> List(
        [AsParameters] PageQuery page, IEntries entries, CancellationToken ct, string? decisionId = null, string? kind = null)
    {
        if (kind is not null && !EventKind.Journaled.Any(type => EventKind.Of(type) == kind))
            throw new RefusedRequestException("kind-unknown", $"There is no kind of event called '{kind}'.");
        var rows = await entries.Newest(new EntryFilter(decisionId, kind), page.AfterSequence(), page.Size() + 1, ct);
        return PageOf.Rows<EntryView>([.. rows.Select(EntryView.Of)], page.Size(), row => [$"{row.Sequence}"]);
    }

    private static async Task<VerificationView> Verify(VerifyChain verify, CancellationToken ct)
    {
        var started = TimeProvider.System.GetTimestamp();
        var result = await verify.Handle(ct);
        return new VerificationView(
            result.Valid, result.Entries, result.HeadHash, result.FirstBroken, result.Anchors,
            TimeProvider.System.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>An entry as the API shows it: the payload as JSON; the hash is over its exact text in the store.</summary>
    internal sealed record EntryView(
        long Sequence,
        string Kind,
        string EventId,
        string DecisionId,
        DateTimeOffset OccurredAt,
        DateTimeOffset RecordedAt,
        JsonNode? Payload,
        string TraceId,
        string Hash,
        string PreviousHash)
    {
        public static EntryView Of(JournalEntry entry) => new(
            entry.Sequence, entry.Kind, entry.EventId, entry.DecisionId, entry.OccurredAt, entry.RecordedAt,
            JsonNode.Parse(entry.Payload), entry.TraceId, entry.Hash, entry.PreviousHash);
    }

    internal sealed record VerificationView(
        bool Valid, long Entries, string HeadHash, BrokenEntry? FirstBroken, int Anchors, double ElapsedSeconds);
}
