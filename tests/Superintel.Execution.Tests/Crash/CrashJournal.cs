using System.Text.Json.Nodes;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Journal.InMemory;
using Superintel.Journal.Stories;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Execution.Tests.Crash;

/// <summary>
/// The journal that comes of all that Execution has published, read as a person reads it: decision by decision. It must tell every order,
/// every execution and every end, and nothing else.
/// </summary>
internal sealed class CrashJournal(StoredBooks books, IReadOnlyList<OrderCleared> cleared)
{
    private readonly JournalInMemory journal = new(new Unheard(), TimeProvider.System);

    /// <returns>What the journal does not explain; empty: nothing.</returns>
    public async Task<IReadOnlyList<string>> Wrong()
    {
        foreach (var clearance in cleared) await Record(clearance);
        var told = books.Told.Select(row => EventJson.Read(row.Type, row.Payload)).ToList();
        foreach (var happened in told) await Record(happened);
        // An alert says what a venue says, and a venue says it again to each new process: the same alert is one entry.
        var alerts = told.OfType<OrderAlertRaised>().ToList();
        var once = told.Count - alerts.Count + alerts.DistinctBy(alert => alert.EventId).Count();
        var wrong = new List<string>();
        var check = await journal.Verify.Handle(CancellationToken.None);
        if (!check.Valid || check.Entries != cleared.Count + once)
            wrong.Add($"{check.Entries} entries of {cleared.Count} clearances and {once} events; {check.FirstBroken}");
        var explained = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var clearance in cleared)
        {
            if (await journal.Explain.Handle(clearance.DecisionId, CancellationToken.None) is { Complete: true } story)
                wrong.AddRange(Story(story, explained));
            else
                wrong.Add($"The journal does not end the story of {clearance.DecisionId}.");
        }
        wrong.AddRange(books.Orders.Keys.Except(explained).Select(order => $"The journal does not tell {order}."));
        foreach (var external in books.Externals) wrong.AddRange(await External(external));
        return wrong;
    }

    private IEnumerable<string> Story(Story story, SortedSet<string> explained)
    {
        var ends = story.Steps.Count(step => step.Kind is "pair-order-closed" or "order-denied");
        if (ends != 1) yield return $"{story.DecisionId} ends {ends} times.";
        foreach (var steps in story.Steps.Where(IsOfOrder).GroupBy(step => Text(step, "clientOrderId"), StringComparer.Ordinal))
        {
            explained.Add(steps.Key);
            var state = books.Orders.GetValueOrDefault(steps.Key, "unknown here");
            var (count, quantity, _, cost) = books.Fills.GetValueOrDefault(steps.Key) ?? StoredFills.None;
            var fills = steps.GroupBy(step => Text(step, "executionId"), StringComparer.Ordinal)
                .Select(told => (Units: told.Sum(Units), Cost: told.Sum(Cost))).ToArray();
            var submitted = steps.Count(step => step.Kind == "order-submitted");
            var closed = steps.Count(step => step.Kind == "order-closed");
            if ((submitted, closed) != (1, 1)) yield return $"{steps.Key} is told {submitted} times submitted and {closed} times closed.";
            if (fills.Count(fill => fill.Units != 0m) != count || fills.Sum(fill => fill.Units) != quantity)
                yield return $"The journal tells {fills.Sum(fill => fill.Units)} of {steps.Key}, the ledger {count} with {quantity}.";
            if (fills.Sum(fill => fill.Cost) != cost)
                yield return $"The journal tells {fills.Sum(fill => fill.Cost)} as the cost of {steps.Key}, the ledger {cost}.";
            if (!Ends(steps.ToArray(), state, quantity)) yield return $"The journal does not say how {steps.Key} became {state}.";
        }
    }

    // It ended so; or otherwise, and executions from before the end were told after it.
    private static bool Ends(IReadOnlyList<StoryStep> steps, string state, decimal filled)
    {
        if (steps.LastOrDefault(step => step.Kind == "order-closed") is not { } end) return false;
        var after = steps.Where(step => step.Kind is "order-filled" or "fill-corrected" && step.Sequence > end.Sequence).ToArray();
        var late = after.Sum(Units);
        var isTold = Number(end, "cumulativeQuantity") + late == filled;
        var status = Text(end, "status");
        var isReasoned = status != "rejected" || steps.Any(step => step.Kind == "order-rejected" && Text(step, "code").Length > 0);
        return isTold && isReasoned && (after.Length > 0 || string.Equals(status, state, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<IEnumerable<string>> External(StoredExternal external)
    {
        var told = new List<JsonNode>();
        await foreach (var entry in journal.Entries.After(0, CancellationToken.None))
        {
            if (entry.Kind == "external-order-changed" && JsonNode.Parse(entry.Payload) is { } payload
                && (string?)payload["externalOrderId"] == external.Id) told.Add(payload);
        }
        var versions = told.Select(change => (int)change["version"]!);
        return versions.SequenceEqual(Enumerable.Range(1, external.Version)) && (decimal)told[^1]["filledQuantity"]! == external.Filled
            ? []
            : [$"The journal tells {external.Id} as {string.Join(", ", told.Select(change => change.ToJsonString()))}, not {external}."];
    }

    private async Task Record(IEvent happened)
    {
        await journal.Append.Handle(happened, CancellationToken.None);
        if (happened is IDecisionEvent decision) await journal.FollowDecision.Handle(decision, CancellationToken.None);
    }

    private static decimal Units(StoryStep step) => step.Kind switch
    {
        "order-filled" => Number(step, "quantity"),
        "fill-corrected" => Number(step, "quantity") - Number(step, "replacedQuantity"),
        _ => 0m,
    };

    private static decimal Cost(StoryStep step) => step.Kind switch
    {
        "order-filled" or "commission-booked" => Number(step, "commission"),
        "fill-corrected" => ((decimal?)step.Payload!["commission"] ?? 0m) - Number(step, "replacedCommission"),
        _ => 0m,
    };

    private static bool IsOfOrder(StoryStep step) => step.Payload?["clientOrderId"] is not null;

    private static string Text(StoryStep step, string field) => (string?)step.Payload![field] ?? "";

    private static decimal Number(StoryStep step, string field) => (decimal)step.Payload![field]!;

    // The journal's own announcements are nobody's here.
    private sealed class Unheard : IEvents
    {
        public ValueTask Publish(IEvent happened, CancellationToken ct) => ValueTask.CompletedTask;
    }
}
