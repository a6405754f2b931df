using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Panel;

namespace Superintel.Prediction.Tests.Panel;

internal sealed class ClosePanelTests
{
    private static readonly InstrumentId A = InstrumentId.Parse("A.TEST");
    private static readonly InstrumentId B = InstrumentId.Parse("B.TEST");
    private static readonly PairId Pair = PairId.Of(A, B);

    [Test]
    public void Panel_when_full_drops_its_oldest_slice()
    {
        var panel = Panel(capacity: 3, Both(1), Both(2), Both(3), Both(4));

        Assert.That(panel.Count, Is.EqualTo(3));
        Assert.That(panel.Latest(Pair, 10).At(0), Is.EqualTo(At(2)));
        Assert.That(panel.LastAt, Is.EqualTo(At(4)));
    }

    [Test]
    public void Panel_when_a_slice_is_appended_leaves_the_older_panel_as_it_was()
    {
        var before = Panel(capacity: 3, Both(1), Both(2));
        var after = before.Append(Both(3));

        Assert.That(before.LastAt, Is.EqualTo(At(2)));
        Assert.That(after.LastAt, Is.EqualTo(At(3)));
    }

    [Test]
    public void Panel_when_a_slice_is_filled_keeps_what_was_there()
    {
        var filled = Panel(capacity: 9, Both(1), Only(2, A), Both(3)).Fill(Both(2) with { Closes = [new(A, 7m), new(B, 8m)] });
        var window = filled.Latest(Pair, 9);

        Assert.That((window.Count, window.PriceA(1), window.PriceB(1)), Is.EqualTo((3, 102m, 8m)));
    }

    [Test]
    public void Panel_when_full_and_a_missing_slice_comes_drops_its_oldest() =>
        Assert.That(
            Panel(capacity: 3, Both(1), Both(2), Both(4)).Fill(Both(3)).Latest(Pair, 9).At(0), Is.EqualTo(At(2)));

    [Test]
    public void Panel_when_full_is_not_filled_before_its_oldest() =>
        Assert.That(Panel(capacity: 2, Both(3), Both(4)).Fill(Both(2)).Latest(Pair, 9).At(0), Is.EqualTo(At(3)));

    [Test]
    public void Panel_when_a_slice_is_not_later_refuses_it() =>
        Assert.That(() => Panel(capacity: 3, Both(2)).Append(Both(2)), Throws.ArgumentException);

    [Test]
    public void Panel_when_a_slice_belongs_to_another_feed_refuses_it() =>
        Assert.That(() => Panel(capacity: 3, Both(2)).Append(Both(3) with { Feed = "other" }), Throws.ArgumentException);

    [Test]
    public void Window_when_a_leg_is_missing_from_the_newest_slice_is_null() =>
        Assert.That(Panel(capacity: 9, Both(1), Both(2), Only(3, A)).Window(Pair, 2, missing: 5), Is.Null);

    [Test]
    public void Window_when_a_leg_is_missing_in_between_takes_the_common_closes()
    {
        var window = Panel(capacity: 9, Both(1), Only(2, B), Both(3)).Window(Pair, 2, missing: 1);

        Assert.That(window, Is.Not.Null);
        Assert.That(window!.At(0), Is.EqualTo(At(1)));
        Assert.That(window.PriceA(1), Is.EqualTo(103m));
        Assert.That(window.PriceB(1), Is.EqualTo(203m));
        Assert.That(window.LogA[1], Is.EqualTo(Math.Log(103)));
    }

    [Test]
    public void Window_when_more_slices_lack_a_leg_than_allowed_is_null() =>
        Assert.That(Panel(capacity: 9, Both(1), Only(2, B), Both(3)).Window(Pair, 2, missing: 0), Is.Null);

    [Test]
    public void Window_when_an_instrument_came_later_counts_only_its_own_closes()
    {
        var panel = Panel(capacity: 9, Only(1, A), Only(2, A), Both(3), Both(4));

        Assert.That(panel.Window(Pair, 2, missing: 5)!.At(0), Is.EqualTo(At(3)));
        Assert.That(panel.Window(Pair, 3, missing: 5), Is.Null);
    }

    [Test]
    public void Spread_is_log_A_less_intercept_less_hedged_log_B()
    {
        var spread = Panel(capacity: 2, Both(1), Both(2)).Latest(Pair, 2).Spread(intercept: 0.5, hedgeRatio: 2);

        Assert.That(spread[1], Is.EqualTo(Math.Log(102) - 0.5 - (2 * Math.Log(202))).Within(1e-15));
    }

    [Test]
    public void Slice_keeps_tradable_instruments_with_a_positive_close_in_order()
    {
        var index = InstrumentId.Parse("INDEX.TEST");
        var book = new[] { (A, true), (B, true), (index, false) }.Aggregate(
            InstrumentBook.Empty, (known, i) => known.With(new PanelInstrument(i.Item1, Currency.Usd, i.Item2)));
        ClosedBar[] bars = [Bar("UNLISTED.TEST", 5m), Bar("B.TEST", 2m), Bar("INDEX.TEST", 9m), Bar("A.TEST", 1m)];

        var slice = PanelSlice.Of("feed", BarInterval.Day, At(1), bars, book);
        var negative = PanelSlice.Of("feed", BarInterval.Day, At(1), [Bar("A.TEST", -1m)], book);

        Assert.That(slice.Closes.Select(close => close.Id), Is.EqualTo(new[] { A, B }));
        Assert.That(negative.Closes, Is.Empty);
    }

    private static DateTimeOffset At(int day) => new(2000, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static PanelSlice Both(int day) => new("feed", BarInterval.Day, At(day), [new(A, 100m + day), new(B, 200m + day)]);

    private static PanelSlice Only(int day, InstrumentId id) => new("feed", BarInterval.Day, At(day), [new(id, 100m + day)]);

    private static ClosedBar Bar(string id, decimal close) => new(id, close, close, close, close, null, true);

    private static ClosePanel Panel(int capacity, params PanelSlice[] slices) =>
        slices.Aggregate(ClosePanel.Empty("feed", BarInterval.Day, capacity), (panel, slice) => panel.Append(slice));
}
