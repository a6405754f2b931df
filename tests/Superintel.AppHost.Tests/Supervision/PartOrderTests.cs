using Superintel.AppHost.Local.Parts;
using Superintel.AppHost.Local.Probes;

namespace Superintel.AppHost.Tests.Supervision;

public sealed class PartOrderTests
{
    private static Part Named(string name, params string[] references) =>
        new(name, new Launch("true", [], "/"), new RabbitMqProbe(1)) { References = references };

    private static string Order(params Part[] parts) => string.Join(' ', PartOrder.Of(parts).Select(part => part.Name));

    [Test]
    public void Parts_come_after_what_they_reference() =>
        Assert.That(Order(Named("c", "a", "b"), Named("b", "a"), Named("a")), Is.EqualTo("a b c"));

    [Test]
    public void Circle_is_refused_with_its_members() =>
        Assert.That(() => Order(Named("a", "b"), Named("b", "a")), Throws.ArgumentException.With.Message.Contains("a, b"));

    [Test]
    public void Unknown_reference_is_refused_by_name() =>
        Assert.That(() => Order(Named("a", "nobody")), Throws.ArgumentException.With.Message.Contains("nobody"));

    [Test]
    public void Same_name_twice_is_refused() =>
        Assert.That(() => Order(Named("a"), Named("a")), Throws.ArgumentException);
}
