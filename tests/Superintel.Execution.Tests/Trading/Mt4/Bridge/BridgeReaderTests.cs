using System.Text;
using Superintel.Mt4Bridge.Terminal;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>Bytes from the terminal's side.</summary>
public sealed class BridgeReaderTests
{
    private static readonly string[] Lines =
    [
        "hello\t3\tchart-1\tsession-1\t7\t41\t200",
        "terminal\t1\t1\t120\t1420",
        "account\t5350001\tBroker-Demo\tBroker\tUSD\t100\t1000.00\t1000.00\t0.00\t1000.00\t0.00",
        "symbol\tEURUSD\t5\t0.00001\t100000\t0.01\t100\t0.01\t0\t0.00001\t1\t4",
        "quote\tEURUSD\t1.08500\t1.08510\t1767600000",
        "ticket\t12\tEURUSD\t0\t0.10000000\t1.08500000\t1767600000\t0\t1.0849\t-0.70000000\t-0.1\t-1.0\t5350\t0\t0\t1.09\to1",
        "done\t41\t0\t12",
        "bar\t1767600000\t1.1\t1.2\t1.0\t1.1\t100\t1",
        "bars\t3\t1",
        "past\t11\tEURUSD\t1\t0.10\t1.085\t1767600000\t1767600060\t1.0849\t-0.7\t0\t1.0\t5350\t0\t0\t0\tto #13",
        "history\t4\t1",
    ];

    [Test]
    public void Report_is_read_with_every_digit_and_in_UTC()
    {
        var report = TerminalReader.Read(Body(Lines))!;
        var ticket = report.Tickets.Single();
        Assert.Multiple(() =>
        {
            Assert.That((report.Node, report.Number, report.LastTaken), Is.EqualTo(("chart-1", 7L, 41L)));
            Assert.That(ticket.OpenedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1767600000 - (120 * 60))));
            Assert.That((ticket.ClosedAt, ticket.Expiration), Is.EqualTo(((DateTimeOffset?)null, (DateTimeOffset?)null)), "1970 is unset");
            Assert.That($"{ticket.Lots} {ticket.View(null).Commission}", Is.EqualTo("0.1 0.7"));
            Assert.That((ticket.StopLoss, ticket.TakeProfit), Is.EqualTo(((decimal?)null, (decimal?)1.09m)), "0 is unset");
            Assert.That((report.Symbols[0].TradeMode, report.Trades[4].Single().Rest), Is.EqualTo(("FULL", (long?)13)));
            Assert.That(report.Bars[3], Has.Length.EqualTo(1));
        });
    }

    [Test]
    public void Report_without_one_of_its_lines_is_no_report()
    {
        var whole = Body(Lines);
        for (var length = 0; length < whole.Length; length++) Assert.That(TerminalReader.Read(whole.AsSpan(0, length)), Is.Null);
    }

    [TestCase("ticket\t12\tEURUSD\t6\t0.1\t1.0\t1767600000\t0\t1.0\t0\t0\t0\t0\t0\t0\t0\tx", Description = "a balance entry is no ticket")]
    [TestCase("ticket\t12\tEURUSD\t0\t1e5\t1.0\t1767600000\t0\t1.0\t0\t0\t0\t0\t0\t0\t0\tx")]
    [TestCase("ticket\t12\tEURUSD\t0\t1.#INF\t1.0\t1767600000\t0\t1.0\t0\t0\t0\t0\t0\t0\t0\tx")]
    [TestCase("ticket\t12\tEURUSD\t0\t0.1\t1.0\t0\t0\t1.0\t0\t0\t0\t0\t0\t0\t0\tx")]
    [TestCase("ticket\t12\tEURUSD\t0\t0.1\t1.0\t99999999999999\t0\t1.0\t0\t0\t0\t0\t0\t0\t0\tx")]
    [TestCase("bar\t1767600000\t1.1\t1.2\t1.0\t1.1\t100\t1", Description = "nobody's bar")]
    [TestCase("quote\tEURUSD\t1\t1")]
    [TestCase("past\t12\tEURUSD\t0\t0.1\t1.0\t1767600000\t1767600000\t1.0\t0\t0\t0\t0\t0\t0\t0\tx", Description = "nobody's past")]
    [TestCase("history\t4\t1", Description = "one row was promised")]
    [TestCase("what\t1")]
    public void Line_that_makes_no_sense_makes_no_report(string line) =>
        Assert.That(TerminalReader.Read(Body([.. Lines[..3], line])), Is.Null);

    [TestCase("o1", "o1")]
    [TestCase("o1[sl]", "o1")]
    [TestCase("o1 to #7", "o1")]
    [TestCase("o12", "o12")]
    public void Name_of_an_order_is_found_in_a_comment_that_the_broker_wrote_on(string comment, string name)
    {
        var report = TerminalReader.Read(Body([.. Lines[..5], Lines[5][..^2] + comment]))!;
        Assert.That(report.Tickets.Single().Name, Is.EqualTo(name));
    }

    [TestCase(10_000)]
    [TestCase(1_000_000, Category = "nightly", Explicit = true, Reason = "the nightly run's number")]
    public void Damaged_bodies_are_reports_or_nothing_and_never_an_exception(int rounds)
    {
        var draw = new Random(20260105);
        string[] bad =
        [
            "", "-", "1e9", "9223372036854775807", "-9223372036854775808", "79228162514264337593543950335", "1.#QNAN", "\u0000", "end",
        ];
        for (var i = 0; i < rounds; i++)
        {
            var lines = Lines.Select(line => line.Split('\t')).ToArray();
            for (var hits = draw.Next(0, 4); hits > 0; hits--)
            {
                var line = lines[draw.Next(lines.Length)];
                line[draw.Next(line.Length)] = bad[draw.Next(bad.Length)];
            }
            var bytes = Body(lines.Select(line => string.Join('\t', line)));
            for (var hits = draw.Next(0, 3); hits > 0; hits--) bytes[draw.Next(bytes.Length)] = (byte)draw.Next(256);
            var cut = draw.Next(4) == 0 ? bytes[..draw.Next(bytes.Length)] : bytes;
            Assert.That(() => TerminalReader.Read(cut), Throws.Nothing);
        }
    }

    private static byte[] Body(IEnumerable<string> lines)
    {
        var rows = lines.ToArray();
        return Encoding.UTF8.GetBytes(string.Concat(rows.Append($"end\t{rows.Length}").Select(line => line + "\n")));
    }
}
