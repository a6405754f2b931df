using System.Globalization;
using System.Text.Json.Nodes;
using Superintel.Journal.Chain;
using Superintel.Kernel;

namespace Superintel.Journal.Stories;

/// <summary>Turns a journal entry into a title and a sentence. What it does not know by name it shows as recorded.</summary>
public static class StoryTeller
{
    public static StoryStep Tell(JournalEntry entry)
    {
        var payload = JsonNode.Parse(entry.Payload)!;
        var (title, detail) = Words(entry.Kind, payload);
        return new StoryStep(entry.Sequence, entry.Kind, entry.OccurredAt, title, detail, payload);
    }

    private static (string Title, string Detail) Words(string kind, JsonNode p) => kind switch
    {
        "signal-generated" =>
            ($"Signal to {p["intent"]}", $"{p["reason"]}"),
        "proposal-created" when $"{p["kind"]}" == "hedge" =>
            ($"Hedge proposed by {p["proposedBy"]} for tier {p["tier"]}",
            $"{p["reason"]} {Legs(p)}; {Told(p["sizing"]!)}. {p["tierReason"]}"),
        "proposal-created" =>
            ($"Proposal for tier {p["tier"]}", $"{Legs(p)}; notional {Number(p["notional"], "N0")} {p["currency"]}. {p["tierReason"]}"),
        "proposal-vote-recorded" => ($"{p["by"]} voted to {p["vote"]}", $"{p["comment"]}"),
        "proposal-approved" => ("Approved", $"By {string.Join(", ", p["approvedBy"]!.AsArray())}. {p["comment"]}"),
        "proposal-declined" => ($"Declined: {p["code"]}", $"By {p["by"]}. {p["detail"]}{Numbers(p)}"),
        "order-cleared" => ("Cleared by risk", $"{Legs(p)}. {Measures(p)}"),
        "order-vetoed" => ("Vetoed by risk", string.Join("; ", p["reasons"]!.AsArray().Select(r => $"{r!["code"]}: {r["detail"]}"))),
        "order-denied" => ($"Denied by execution: {p["code"]}", $"{p["detail"]}"),
        "order-submitted" =>
            ("Order submitted", $"{p["side"]} {p["quantity"]} {p["instrumentId"]} at {p["venue"]}, {p["orderType"]}, as "
                + $"{p["clientOrderId"]}."),
        "order-accepted" => ("Order accepted", $"{p["venue"]} works it as {p["venueOrderId"]}."),
        "order-filled" => ("Order filled",
            $"{p["side"]} {p["quantity"]} {p["instrumentId"]} at {Number(p["price"], "0.00##")} {p["currency"]}, "
            + $"commission {(IsPending(p) ? "not told yet" : Number(p["commission"]))}, {p["leavesQuantity"]} left."),
        "fill-corrected" => ("Fill corrected by the venue",
            $"{p["side"]} {p["replacedQuantity"]} {p["instrumentId"]} at {Number(p["replacedPrice"], "0.00##")} {p["currency"]} is now "
            + $"{p["quantity"]} at {Number(p["price"], "0.00##")}, commission {Number(p["commission"])}; the order is {p["orderStatus"]}."),
        "commission-booked" =>
            ("Commission booked", $"{Number(p["commission"])} {p["commissionCurrency"]} for execution {p["executionId"]}."),
        "order-rejected" => ($"Order rejected by the venue: {p["code"]}", $"{p["text"]}"),
        "order-outcome-unknown" =>
            ("Outcome unknown", $"{p["venue"]}: {p["cause"]}. It counts as full exposure until the venue has been asked."),
        "order-closed" => ($"Order closed: {p["status"]}",
            $"{p["cumulativeQuantity"]} filled at {Number(p["averagePrice"], "0.00##")} on average."),
        "pair-order-closed" => ($"{(Hedge(p) ? "Hedge" : "Pair")} order {p["outcome"]}", $"{p["detail"]}"),
        "position-changed" =>
            ("Position changed", $"{p["instrumentId"]} now {p["quantity"]} at {Number(p["averagePrice"], "0.00##")} {p["currency"]}, "
            + $"realised {Number(p["realizedPnl"])}.{Unconverted(p)}"),
        _ => (kind.Replace('-', ' '), ""),
    };

    private static string Legs(JsonNode p) => string.Join(", ", p["legs"]!.AsArray()
        .Select(leg => $"{leg!["side"]} {leg["quantity"]} {leg["instrumentId"]} at about {Number(leg["referencePrice"], "0.00##")}"));

    private static string Measures(JsonNode p)
    {
        var held = p["measures"]!.AsArray().Where(measure => measure!["limit"] is not null)
            .Select(measure => $"{measure!["name"]} {Number(measure["value"], "0.####")} of {Number(measure["limit"], "0.####")}")
                .ToArray();
        return held.Length > 0 ? $"Held against limits: {string.Join(", ", held)}." : "No limit guards an exit.";
    }

    private static string Numbers(JsonNode p) => p["measures"] is JsonArray { Count: > 0 } measures ? $" Measured: {Told(measures)}." : "";

    private static string Unconverted(JsonNode p) => p["unconvertedCommissionCurrency"] is { } currency
        ? $" Commission of {Number(p["unconvertedCommission"], "0.########")} {currency} is not in it: no rate was known."
        : "";

    private static bool IsPending(JsonNode p) => p["commissionPending"] is JsonValue pending && pending.GetValue<bool>();

    private static bool Hedge(JsonNode p) => PairId.TryParse($"{p["pairId"]}", out var pair) && pair.IsHedge;

    private static string Told(JsonNode measures) => string.Join(
        ", ", measures.AsArray().Select(measure => $"{measure!["name"]} {Number(measure["value"], "0.######")} {measure["unit"]}"));

    private static string Number(JsonNode? value, string format = "0.00") =>
        value is JsonValue number && number.TryGetValue<double>(out var known) ? known.ToString(format, CultureInfo.InvariantCulture) : "-";
}
