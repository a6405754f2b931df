using System.Text.Json;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Trading.Ibkr.Wire;

/// <summary>One recorded frame; Fixtures/SOURCES.md says whose.</summary>
public sealed record GoldenVector(string Kind, string? Client, string Name, int Version, string Hex, string[] Fields, JsonElement? Official)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<GoldenVector> All { get; } =
    [
        .. File.ReadLines(Repository.File("tests/Superintel.Execution.Tests/Trading/Ibkr/Fixtures/tws.jsonl"))
            .Select(line => JsonSerializer.Deserialize<GoldenVector>(line, Web)!),
    ];

    public byte[] Frame => Convert.FromHexString(Hex);

    /// <summary>Without the length.</summary>
    public byte[] Body => Frame[4..];

    public static GoldenVector Request(string client, string name) =>
        All.Single(v => v.Kind == "request" && v.Client == client && v.Name == name);

    public static GoldenVector Answer(string name) => All.Single(v => v.Kind == "answer" && v.Name == name);

    public override string ToString() => Client is null ? Name : $"{Client} {Name}";
}
