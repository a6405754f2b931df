namespace Superintel.Architecture.Tests.References;

/// <summary>Section 6 of the architecture, as a table.</summary>
internal static class ReferenceRules
{
    private static readonly string[] Services = ["Ingestion", "Prediction", "Approval", "Risk", "Execution", "Journal"];
    private static readonly string[] Contracts = ["Superintel.Kernel", "Superintel.Contracts.*"];

    public static IEnumerable<ReferenceRule> All =>
    [
        new("Superintel.Kernel", [], []),
        new("Superintel.Contracts.Events", [], []),
        new("Superintel.Contracts.Grpc", ["Superintel.Kernel"], ["Google.Protobuf", "Grpc.Core.Api"]),
        new("Superintel.ServiceDefaults", ["Superintel.Contracts.Events"], ["*"]),
        new("Superintel.Gateway", [.. Contracts, "Superintel.ServiceDefaults"], ["*"]),
        new("Superintel.Cli", [.. Contracts], ["*"]),
        new("Superintel.Simulation", [.. Contracts, .. Services.Select(s => $"Superintel.{s}")], ["*"]),
        new("Superintel.AppHost", [], ["*"]),
        .. Services.Select(Core),
        .. Services.Select(Service),
    ];

    private static ReferenceRule Core(string name) =>
        new($"Superintel.{name}", ["Superintel.Kernel", "Superintel.Contracts.Events"], ["MathNet.Numerics", "CsvHelper"]);

    private static ReferenceRule Service(string name) =>
        new($"Superintel.{name}.Service", [$"Superintel.{name}", .. Contracts, "Superintel.ServiceDefaults"], ["*"]);
}
