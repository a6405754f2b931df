using System.Text;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Orders;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Orders;

/// <summary>docs/orders.md shows the table that is in force. SUPERINTEL_UPDATE_DOCS=1 writes it anew.</summary>
public sealed class OrdersDocumentTests
{
    private const string Begin = "<!-- order table: written by OrdersDocumentTests -->";
    private const string End = "<!-- end of the order table -->";

    private static readonly string Path = Repository.File("docs/orders.md");

    [Test]
    public void Document_shows_the_table_in_force()
    {
        var text = File.ReadAllText(Path);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        Assert.That(from, Is.GreaterThan(0).And.LessThan(to));
        var expected = text[..from] + Begin + "\n" + Table() + text[to..];
        if (Environment.GetEnvironmentVariable("SUPERINTEL_UPDATE_DOCS") == "1") File.WriteAllText(Path, expected);

        Assert.That(File.ReadAllText(Path), Is.EqualTo(expected));
    }

    [Test]
    public void Document_names_every_denial_code([ValueSource(nameof(Codes))] string code) =>
        Assert.That(File.ReadAllText(Path), Does.Contain($"`{code}`"));

    [Test]
    public void Document_names_tests_that_exist()
    {
        var text = File.ReadAllText(Path);
        var (from, to) = (text.IndexOf("<!-- rules:", StringComparison.Ordinal), text.IndexOf("<!-- end of the rules -->",
            StringComparison.Ordinal));
        var rules = text[from..to];
        var tests = typeof(OrdersDocumentTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name);

        var named = rules.Split('`').Where((_, i) => i % 2 == 1).ToArray();
        Assert.That(named, Is.Not.Empty);
        Assert.That(named, Is.SubsetOf(tests));
    }

    private static IReadOnlyList<string> Codes() => DenialCode.All;

    private static string Table()
    {
        var table = new StringBuilder("| |").AppendJoin('|', OrderLifecycle.Triggers.Select(trigger => $" {trigger} ")).Append("|\n|---|");
        table.Append(string.Concat(OrderLifecycle.Triggers.Select(_ => "---|"))).Append('\n');
        foreach (var state in OrderLifecycle.States)
        {
            table.Append("| **").Append(state).Append("** |")
                .AppendJoin('|', OrderLifecycle.Triggers.Select(trigger => $" {Cell(OrderLifecycle.Of(state, trigger))} ")).Append("|\n");
        }
        return table.ToString();
    }

    private static string Cell(OrderTransition transition) => transition.Next is { } next ? next.ToString() : $"_{transition.Refusal}_";
}
