using System.Globalization;
using System.Text;
using System.Text.Json;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Wire;

namespace Superintel.Execution.Tests.Trading.Ibkr.Wire;

public sealed class GoldenAnswerTests
{
    // Messages this client does not use: a head timestamp and the profit of a single position.
    private static readonly string[] Unread = ["88", "95"];

    private static IEnumerable<GoldenVector> Answers => GoldenVector.All.Where(v => v.Kind == "answer" && !Unread.Contains(v.Fields[0]));

    // What is sent in one event with arguments in the wire's order.
    private static IEnumerable<GoldenVector> Flat => Answers.Where(v => v.Official is { } official && official.GetArrayLength() > 0
        && official[0].GetProperty("args").GetArrayLength() > 0
        && official[0].GetProperty("args").EnumerateArray().All(a => a.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)));

    [TestCaseSource(nameof(Answers))]
    public void Answer_is_decoded_without_a_fault(GoldenVector vector) => Assert.That(Decode(vector).Messages, Has.Count.EqualTo(1));

    [TestCaseSource(nameof(Flat))]
    public void Answer_has_field_by_field_the_values_that_IBs_own_client_reads(GoldenVector vector)
    {
        var official = vector.Official!.Value[0];
        var theirs = official.GetProperty("args").EnumerateArray().Select(a => Plain(a)).ToList();
        if (official.GetProperty("ev").GetString() == "error") theirs.RemoveAt(1); // a time that version 176 does not send
        var message = Decode(vector).Messages[0];
        var ours = message.GetType().GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters()
            .Select(p => Plain(message.GetType().GetProperty(p.Name!)!.GetValue(message)));
        Assert.That(ours, Is.EqualTo(theirs));
    }

    [TestCaseSource(nameof(Answers))]
    public void Answer_written_again_has_the_same_fields(GoldenVector vector)
    {
        if (vector.Version != Handshake.ServerVersion || vector.Name.Contains("mockgw", StringComparison.Ordinal))
            Assert.Pass("another layout, or values of fields that this desk does not keep");
        var again = Encoding.UTF8.GetString(Decode(vector).Rewritten.AsSpan(4)).Split('\0')[..^1].Select(Semantic);
        var theirs = vector.Fields.Select(Semantic).ToArray();
        if (vector.Fields[0] is "10" or "11" or "7" or "101") Assert.That(again.Count(), Is.EqualTo(theirs.Length));
        else Assert.That(again, Is.EqualTo(theirs));
    }

    [TestCase("v176_s2c_045_openOrder")]
    [TestCase("v176_s2c_067_openOrder")]
    [TestCase("v176_s2c_075_openOrder")]
    [TestCase("v164_capture_tsla_mkt_order_sync.rs_474")]
    [TestCase("v164_capture_tsla_mkt_order_sync.rs_479")]
    [TestCase("v176_mockgw_common.rs_568")]
    public void Open_order_is_what_IBs_own_client_reads(string name)
    {
        var vector = GoldenVector.Answer(name);
        var order = (OpenOrder)Decode(vector).Messages[0];
        var args = vector.Official!.Value[0].GetProperty("args");
        var (contract, terms, state) = (args[1], args[2], args[3]);
        Assert.That(Plain(order.Contract.ConId), Is.EqualTo(Plain(contract.GetProperty("ConId"))));
        Assert.That(order.Contract.Symbol, Is.EqualTo(Plain(contract.GetProperty("Symbol"))));
        Assert.That(order.Contract.TradingClass, Is.EqualTo(Plain(contract.GetProperty("TradingClass"))));
        Dictionary<string, object?> ours = new()
        {
            ["OrderId"] = order.OrderId, ["ClientId"] = order.ClientId, ["PermId"] = order.PermId, ["Action"] = order.Terms.Action,
            ["TotalQuantity"] = order.Terms.Quantity, ["OrderType"] = order.Terms.OrderType, ["LmtPrice"] = order.Terms.LimitPrice,
            ["AuxPrice"] = order.Terms.AuxPrice, ["Tif"] = order.Terms.TimeInForce, ["OcaGroup"] = order.Terms.OcaGroup,
            ["OcaType"] = order.Terms.OcaType, ["OrderRef"] = order.Terms.OrderRef, ["ParentId"] = order.Terms.ParentId,
            ["OutsideRth"] = order.Terms.OutsideRegularHours, ["GoodTillDate"] = order.Terms.GoodTillDate,
            ["TrailStopPrice"] = order.Terms.TrailStopPrice, ["TrailingPercent"] = order.Terms.TrailingPercent,
            ["Account"] = order.Terms.Account, ["WhatIf"] = order.Terms.WhatIf,
        };
        foreach (var (field, value) in ours) Assert.That(Plain(value), Is.EqualTo(Plain(terms.GetProperty(field))), field);
        Assert.That(order.State.Status, Is.EqualTo(Plain(state.GetProperty("Status"))));
    }

    [TestCase("v164_completed_aapl_sync.rs_879", "Filled")]
    [TestCase("v176_es_fut_async.rs_344", "Cancelled")]
    public void Completed_order_is_what_IBs_own_client_reads(string name, string status)
    {
        var vector = GoldenVector.Answer(name);
        var order = (CompletedOrder)Decode(vector).Messages[0];
        var terms = vector.Official!.Value[0].GetProperty("args")[1];
        Assert.That(order.Status, Is.EqualTo(status));
        Assert.That(Plain(order.PermId), Is.EqualTo(Plain(terms.GetProperty("PermId"))));
        Assert.That(Plain(order.FilledQuantity), Is.EqualTo(Plain(terms.GetProperty("FilledQuantity"))));
        Assert.That(Plain(order.Terms.LimitPrice), Is.EqualTo(Plain(terms.GetProperty("LmtPrice"))));
        Assert.That(order.Terms.OcaType, Is.EqualTo(3));
    }

    [TestCase("v176_s2c_048_execDetails")]
    [TestCase("v176_s2c_116_execDetails")]
    [TestCase("v164_capture_tsla_mkt_order_sync.rs_476")]
    public void Execution_is_what_IBs_own_client_reads(string name)
    {
        var vector = GoldenVector.Answer(name);
        var ours = (ExecutionDetails)Decode(vector).Messages[0];
        var theirs = vector.Official!.Value[0].GetProperty("args")[2];
        (string Field, object? Value)[] fields =
        [
            ("OrderId", ours.OrderId), ("ClientId", ours.ClientId), ("ExecId", ours.ExecutionId), ("Time", ours.Time),
            ("AcctNumber", ours.Account), ("Exchange", ours.Exchange), ("Side", ours.Side), ("Shares", ours.Quantity),
            ("Price", ours.Price), ("PermId", ours.PermId), ("CumQty", ours.CumulativeQuantity), ("AvgPrice", ours.AveragePrice),
            ("OrderRef", ours.OrderRef),
        ];
        foreach (var (field, value) in fields) Assert.That(Plain(value), Is.EqualTo(Plain(theirs.GetProperty(field))), field);
    }

    [Test]
    public void Contract_details_are_what_IBs_own_client_reads()
    {
        var data = (ContractData)Decode(GoldenVector.Answer("v176_s2c_011_contractData")).Messages[0];
        Assert.That(data.Contract, Has.Property("ConId").EqualTo(265598).And.Property("PrimaryExchange").EqualTo("NASDAQ"));
        Assert.That((data.MinimumTick, data.LongName, data.TimeZone), Is.EqualTo((0.01m, "APPLE INC", "US/Eastern")));
        Assert.That(data.SecurityIds["ISIN"], Is.EqualTo("US0378331005"));
        Assert.That((data.StockType, data.MinimumSize, data.SizeIncrement), Is.EqualTo(("COMMON", 0.0001m, 0.0001m)));
    }

    [Test]
    public void History_is_read_bar_by_bar()
    {
        var data = (HistoricalData)Decode(GoldenVector.Answer("v165_hist_tsla_decoders.rs_518")).Messages[0];
        Assert.That(data.Bars, Has.Length.EqualTo(2));
        Assert.That(data.Bars[0], Is.EqualTo(
            new HistoricalBar("20230413", 182.94m, 186.5m, 180.94m, 185.9m, 948837.22m, 184.869m, 324891)));
    }

    private static Collected Decode(GoldenVector vector)
    {
        var read = new Collected();
        Assert.That(ServerMessages.Dispatch(vector.Body, read), Is.EqualTo(WireFault.None));
        return read;
    }

    private static string Plain(object? value) => value switch
    {
        null => "",
        JsonElement { ValueKind: JsonValueKind.Null } => "",
        JsonElement { ValueKind: JsonValueKind.Number } number => Number(number.GetRawText()),
        JsonElement { ValueKind: JsonValueKind.True } => "1",
        JsonElement { ValueKind: JsonValueKind.False } => "0",
        JsonElement text => text.GetString()!,
        bool flag => flag ? "1" : "0",
        string text => text,
        IFormattable number => Number(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => value.ToString()!,
    };

    // A field's meaning: a number by its value, every way to say "not set" as nothing.
    private static string Semantic(string field) => field is "0" or "0.0" or "?" or "None" or "" ? "" : Number(field);

    private static string Number(string text) => text is "2147483647" or "9223372036854775807"
        || text.StartsWith("1.797693134862315", StringComparison.Ordinal)
            ? ""
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? (value / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
                : text;
}
