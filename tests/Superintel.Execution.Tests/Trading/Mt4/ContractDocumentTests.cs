using System.Text.Json;
using System.Text.RegularExpressions;
using Superintel.Execution.Tests.Trading.Mt4.Bridge;
using Superintel.Mt4Bridge.Orders;
using Superintel.TestKit;
using Superintel.Venue.Mt4;
using Superintel.Venue.Mt4.Messages;

namespace Superintel.Execution.Tests.Trading.Mt4;

/// <summary>docs/mt4-bridge.yaml says what bridge, simulator and client say.</summary>
public sealed partial class ContractDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.File("docs/mt4-bridge.yaml"));

    [TestCase("Health", typeof(Mt4Health))]
    [TestCase("Account", typeof(Mt4Account))]
    [TestCase("Symbol", typeof(Mt4Symbol))]
    [TestCase("Quote", typeof(Mt4Quote))]
    [TestCase("Bar", typeof(Mt4Bar))]
    [TestCase("Position", typeof(Mt4Position))]
    [TestCase("Trade", typeof(Mt4Trade))]
    [TestCase("Order", typeof(Mt4Order))]
    [TestCase("Execution", typeof(Mt4Execution))]
    [TestCase("Events", typeof(Mt4Events))]
    [TestCase("OrderRequest", typeof(Mt4OrderRequest))]
    [TestCase("OrderChange", typeof(Mt4OrderChange))]
    [TestCase("CloseRequest", typeof(Mt4CloseRequest))]
    [TestCase("Closed", typeof(Mt4Closed))]
    public void Message_has_the_fields_of_its_schema(string schema, Type message) => Assert.That(
        message.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
        Is.EquivalentTo(Fields(schema)));

    [Test]
    public void Code_of_every_error_of_MetaTrader_is_in_the_contract()
    {
        var known = string.Join(' ', Lines);
        var codes = Enumerable.Range(-1, 6_000).Select(code => TradeError.Of(code).Code).Distinct(StringComparer.Ordinal);
        Assert.That(codes.Where(code => !Regex.IsMatch(known, $@"\b{code}[,\]]")), Is.Empty);
    }

    [Test]
    public async Task Every_route_of_the_contract_is_answered_by_the_bridge_and_by_the_simulator()
    {
        await using var bridged = await BridgedMt4.Start();
        await using var simulated = await SimulatedMt4.Start();
        var missing = new List<string>();
        foreach (var (url, token) in new[] { (bridged.Host.Url, BridgedMt4.Token), (simulated.Options.Bridge.Url, simulated.Server.Token) })
        {
            using var http = new HttpClient { BaseAddress = url };
            http.DefaultRequestHeaders.Add("X-Bridge-Token", token);
            foreach (var (method, path) in Routes())
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{ticket}", "12", StringComparison.Ordinal)
                    .Replace("{id}", "o1", StringComparison.Ordinal) + "?symbol=EURUSD&timeframe=H1&limit=1");
                using var response = await http.SendAsync(request);
                var told = await response.Content.ReadAsStringAsync();
                // A route that is not known is told by its path; a ticket or an order that is not there by its own name.
                if (told.Contains(path, StringComparison.Ordinal) || told.Contains("/v1/", StringComparison.Ordinal))
                    missing.Add($"{method} {path} at {url}: {told}");
            }
        }
        Assert.That(missing, Is.Empty);
        Assert.That(Routes(), Has.Exactly(14).Items);
    }

    private static IEnumerable<string> Fields(string schema) => Lines
        .SkipWhile(line => line != "  schemas:").SkipWhile(line => line != $"    {schema}:").Skip(1)
        .TakeWhile(line => line.StartsWith("     ", StringComparison.Ordinal))
        .Select(line => Field().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value);

    private static IEnumerable<(string Method, string Path)> Routes()
    {
        var path = "";
        foreach (var line in Lines.TakeWhile(line => line != "components:"))
        {
            if (Path().Match(line) is { Success: true } begun) path = begun.Groups[1].Value;
            if (Method().Match(line) is { Success: true } method && path.Length > 0)
                yield return (method.Groups[1].Value.ToUpperInvariant(), path);
        }
    }

    [GeneratedRegex(@"^        (\w+):")]
    private static partial Regex Field();

    [GeneratedRegex(@"^  (/v1/\S+):")]
    private static partial Regex Path();

    [GeneratedRegex(@"^(?:  /v1/\S+: \{|    )(get|post|patch|delete):")]
    private static partial Regex Method();
}
