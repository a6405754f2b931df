using System.Text.Json.Nodes;
using Superintel.Cli.Commands;

namespace Superintel.Gateway.Tests;

/// <summary>What a person reads of an order's cost.</summary>
public sealed class PreviewCommandTests
{
    [Test]
    public void Cost_is_told_with_what_is_not_known_as_a_dash()
    {
        var answer = JsonNode.Parse("""
            {"side":"buy","quantity":100,"instrumentId":"KO.XNYS","orderType":"limit","venue":"ibkr","answer":"told","code":null,
             "text":"Mind the gap.","initialMargin":{"before":0,"change":1500,"after":1500},"maintenanceMargin":null,
             "equityWithLoan":{"before":null,"change":null,"after":999999.7},
             "commission":{"amount":null,"minimum":0.35,"maximum":1,"currency":"USD"}}
            """)!;
        Assert.That(PreviewCommand.Lines(answer), Is.EqualTo(new[]
        {
            "buy 100 KO.XNYS limit at ibkr: told. Nothing was placed.",
            "Initial margin      0.00 -> 1,500.00 (1,500.00)",
            "Equity with loan    - -> 999,999.70 (-)",
            "Commission          - (0.35 to 1.00) USD",
            "Mind the gap.",
        }));
    }

    [Test]
    public void Refusal_is_told_with_its_code()
    {
        var answer = JsonNode.Parse("""
            {"side":"sell","quantity":1,"instrumentId":"KO.XNYS","orderType":"market","venue":"mt4","answer":"not-offered",
             "code":"not-offered","text":"No such question."}
            """)!;
        Assert.That(PreviewCommand.Lines(answer), Is.EqualTo(new[]
        {
            "sell 1 KO.XNYS market at mt4: not-offered (not-offered). Nothing was placed.", "No such question.",
        }));
    }
}
