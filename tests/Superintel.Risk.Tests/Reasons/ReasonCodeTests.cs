using System.Reflection;
using Superintel.Risk.Reasons;

namespace Superintel.Risk.Tests.Reasons;

public sealed class ReasonCodeTests
{
    [Test]
    public void Every_code_has_a_test_that_provokes_it()
    {
        var provoked = typeof(ReasonCodeTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Select(method => method.GetCustomAttribute<ReasonTestAttribute>()?.Code)
            .OfType<string>();
        Assert.That(provoked, Is.EquivalentTo(ReasonCode.All.Select(reason => reason.Code)));
    }

    [Test]
    public void Codes_are_kebab_case_and_unique() => Assert.Multiple(() =>
    {
        Assert.That(ReasonCode.All.Select(reason => reason.Code), Is.Unique);
        Assert.That(ReasonCode.All.Select(reason => reason.Code), Is.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
    });

    [Test]
    public void Every_declared_code_is_in_the_list()
    {
        var declared = typeof(ReasonCode).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(ReasonCode))
            .Select(field => (ReasonCode)field.GetValue(null)!);
        Assert.That(ReasonCode.All, Is.EquivalentTo(declared));
    }

    [Test]
    public void Code_is_found_by_its_name() => Assert.That(ReasonCode.Parse("cvar-limit"), Is.SameAs(ReasonCode.CvarLimit));

    [Test]
    public void Unknown_code_is_refused() => Assert.That(() => ReasonCode.Parse("because"), Throws.TypeOf<FormatException>());
}
