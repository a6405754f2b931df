using System.Text.Json.Nodes;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Calling;
using Superintel.Prediction.Research.Input;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests.Research;

internal sealed class OptionArgumentsTests
{
    private static readonly SeriesTable Table = new(
        ["a", "b"],
        [.. Enumerable.Range(1, 60).Select(row => $"{row}")],
        [Walk(3), Walk(5)],
        [.. Enumerable.Range(1, 60)]);

    [Test]
    public void Options_given_as_text_or_as_numbers_are_the_same()
    {
        var typed = Run("adf", new() { ["regression"] = "ct", ["lags"] = 2 });

        Assert.That(typed["usedLag"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(Run("adf", new() { ["trend"] = "ct", ["nlags"] = "2" }).ToJsonString(), Is.EqualTo(typed.ToJsonString()));
        Assert.That(Run("adf", new() { ["lags"] = 2 }).ToJsonString(), Is.Not.EqualTo(typed.ToJsonString()));
    }

    [Test]
    public void Value_that_begins_with_dashes_stays_the_value_of_its_option()
    {
        Assert.That(Run("johansen", new() { ["det-order"] = -1 })["rank"], Is.Not.Null);
        Assert.That(Message("adf", new() { ["regression"] = "--lags=3" }), Does.Contain("'--lags=3'"));
    }

    [Test]
    public void Null_means_the_default_and_a_flag_can_be_said_either_way()
    {
        var plain = Run("garch", []).ToJsonString();

        Assert.That(Run("garch", new() { ["mean"] = null, ["paths"] = false }).ToJsonString(), Is.EqualTo(plain));
        Assert.That(Run("garch", new() { ["paths"] = true })["variances"], Is.Not.Null);
    }

    [Test]
    public void File_of_arguments_is_not_read()
    {
        var file = Scratch.File("options.json");
        File.WriteAllText(file, "c");
        try
        {
            Assert.That(Message("adf", new() { ["regression"] = $"@{file}" }), Does.Contain(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("csv")]
    [TestCase("plot")]
    [TestCase("workers")]
    [TestCase("regression=ct --lags")]
    public void Option_that_the_method_does_not_have_is_refused_by_name(string name) =>
        Assert.That(Message("adf", new() { [name] = "c" }), Is.EqualTo($"Unrecognized command or argument '--{name}'."));

    [Test]
    public void Value_that_is_a_list_or_very_long_is_refused()
    {
        Assert.That(Message("har", new() { ["horizons"] = new JsonArray(1, 5) }), Is.EqualTo("--horizons takes one value."));
        Assert.That(Message("har", new() { ["horizons"] = new string('1', 1001) }), Does.Contain("longer than 1000"));
    }

    [Test]
    public void No_method_can_be_told_a_file()
    {
        var names = MethodCatalogue.Create().All.SelectMany(method => method.Options).Select(option => option.Name).ToHashSet();

        Assert.That(names, Has.Count.GreaterThan(40));
        Assert.That(names.Intersect(["--csv", "--plot", "--columns", "--field", "--json", "--workers"]), Is.Empty);
    }

    [Test]
    public void Sheet_of_every_method_names_the_type_the_default_and_the_allowed_values_of_its_options()
    {
        var sheets = MethodCatalogue.Create().All.Select(MethodSheet.Of).ToDictionary(sheet => sheet.Name);
        var adf = sheets["adf"].Options.ToDictionary(option => option.Name);

        Assert.That(sheets.Values.Count(sheet => sheet.Kind == MethodKind.Job), Is.EqualTo(3));
        Assert.That(sheets, Has.Count.EqualTo(36));
        Assert.That((adf["regression"].Type, adf["regression"].Default), Is.EqualTo(("text", (object)"c")));
        Assert.That(adf["regression"].Allowed, Is.EquivalentTo(new[] { "n", "c", "ct", "ctt" }));
        Assert.That(adf["autolag"].Allowed, Is.EquivalentTo(new[] { "aic", "bic", "t-stat", "none" }));
        Assert.That((adf["lags"].Type, adf["lags"].Default), Is.EqualTo(("whole", (object?)null)));
        Assert.That(sheets["garch"].Options.Single(option => option.Name == "paths").Type, Is.EqualTo("flag"));
        Assert.That(sheets["kalman"].Options.Single(option => option.Name == "delta").Default, Is.EqualTo(1e-4));
        Assert.That(sheets["pair-backtest"].Options.Single(option => option.Name == "pair").Required, Is.True);
    }

    [Test]
    public void Series_of_a_request_are_checked_as_those_of_a_file()
    {
        Assert.That(Fault(["2001-01-01", "2001-01-01"], [1, 2]).Code, Is.EqualTo("duplicate-timestamp"));
        Assert.That(Fault(["2001-01-02", "2001-01-01"], [1, 2]).Code, Is.EqualTo("unordered-timestamp"));
        Assert.That(Fault(["2001-01-01"], [1, 2]).Code, Is.EqualTo("length-mismatch"));
        var missing = Fault(["1", "2", "3"], [1, null, 3]);
        Assert.That((missing.Code, missing.Series, missing.Row), Is.EqualTo(("missing-value", "a", 2)));
        Assert.That(
            Assert.Throws<InputFaultException>(() => InlineForm.Arrange(["1"], [("a", [1.0]), ("a", [2.0])]))!.Code,
            Is.EqualTo("duplicate-column"));
    }

    private static InputFaultException Fault(string[] timestamps, double?[] values) =>
        Assert.Throws<InputFaultException>(() => InlineForm.Arrange(timestamps, [("a", values)]))!;

    private static JsonObject Run(string name, Dictionary<string, JsonNode?> options)
    {
        var method = MethodCatalogue.Create().Find(name)!;
        var table = method.Series.Greatest == 1 ? Table.Of(["a"]) : Table;
        return method.Run(new ResearchCall(table, OptionArguments.Parse(method, options), null, CancellationToken.None));
    }

    private static string Message(string name, Dictionary<string, JsonNode?> options)
    {
        var fault = Assert.Throws<InputFaultException>(
            () => OptionArguments.Parse(MethodCatalogue.Create().Find(name)!, options))!;
        Assert.That(fault.Code, Is.EqualTo("bad-option"));
        return fault.Message;
    }

    private static double[] Walk(int step)
    {
        var level = 0.0;
        return [.. Enumerable.Range(1, 60).Select(row => level += Math.Sin(step * row * row))];
    }
}
