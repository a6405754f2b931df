namespace Superintel.Architecture.Tests.References;

/// <summary>Section 6 of the architecture, as a table.</summary>
internal static class ReferenceRules
{
    private static readonly string[] Services = ["Ingestion", "Prediction", "Approval", "Risk", "Execution", "Journal"];
    private const string Analytics = "Superintel.Prediction.Analytics";
    private const string Research = "Superintel.Prediction.Research";
    private static readonly string[] MathLibraries = ["MathNet.Numerics", "CsvHelper"];
    private static readonly string[] Contracts = ["Superintel.Kernel", "Superintel.Contracts.*"];

    public static IEnumerable<ReferenceRule> All =>
    [
        new("Superintel.Kernel", [], []),
        new("Superintel.Contracts.Events", [], []),
        new("Superintel.Contracts.Grpc", ["Superintel.Kernel"], ["Google.Protobuf", "Grpc.Core.Api"]),
        new(Analytics, [], ["MathNet.Numerics"]),
        // ADR 0044: what a file or a request may be asked, for the command line and for Prediction's service alike.
        new(Research, [Analytics], ["System.CommandLine"]),
        // ADR 0054, 0056: a venue's wire and client stand alone; services reach them through their own adapters.
        new("Superintel.Venue.Ibkr", [], ["System.Net.*"]),
        new("Superintel.Venue.Mt4", [], ["System.Net.*", "System.Private.Uri"]),
        new("Superintel.Venue.Binance", ["Superintel.Kernel"], ["System.Net.*", "System.Private.Uri"]),
        new("Superintel.ServiceDefaults", ["Superintel.Contracts.Events"], ["*"]),
        new("Superintel.Gateway", [.. Contracts, "Superintel.ServiceDefaults"], ["*"]),
        new("Superintel.Cli", [.. Contracts], ["*"]),
        new("Superintel.Simulation", [.. Contracts, Analytics, Research, .. Services.Select(s => $"Superintel.{s}")], ["*"]),
        new("Superintel.AppHost", [], ["*"]),
        .. Services.Select(Core),
        .. Services.Select(Service),
    ];

    private static ReferenceRule Core(string name) =>
        new($"Superintel.{name}", ["Superintel.Kernel", "Superintel.Contracts.Events", .. Mathematics(name)], MathLibraries);

    private static ReferenceRule Service(string name) =>
        new(
            $"Superintel.{name}.Service",
            [$"Superintel.{name}", .. Mathematics(name), .. Questions(name), .. Venues(name), .. Contracts, "Superintel.ServiceDefaults"],
            ["*"]);

    private static string[] Venues(string name) => name is "Execution" or "Ingestion" ? ["Superintel.Venue.*"] : [];

    private static string[] Questions(string name) => name is "Prediction" ? [Research] : [];

    // ADR 0040: the mathematics is one pure assembly, and only these two compute with it.
    private static string[] Mathematics(string name) => name is "Prediction" or "Risk" ? [Analytics] : [];
}
