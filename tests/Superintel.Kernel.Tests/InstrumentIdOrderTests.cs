using FsCheck;
using FsCheck.Fluent;

namespace Superintel.Kernel.Tests;

public sealed class InstrumentIdOrderTests
{
    private const string Characters = "AB.-_/09az";

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Order_is_that_of_the_written_form(int seed)
    {
        var random = new Random(seed);
        InstrumentId Some()
        {
            var symbol = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Characters[random.Next(Characters.Length)]));
            return InstrumentId.Parse($"A{symbol}.{(random.Next(2) == 0 ? "X" : "XN")}");
        }

        var (left, right) = (Some(), Some());
        return (Math.Sign(left.CompareTo(right)) == Math.Sign(string.CompareOrdinal(left.ToString(), right.ToString()))).ToProperty();
    }

    [Test]
    public void Id_of_nothing_sorts_as_it_is_written() =>
        Assert.That(default(InstrumentId).CompareTo(InstrumentId.Parse("A.X")), Is.Negative);
}
