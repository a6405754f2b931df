using Superintel.Ingestion.MarketData.Recorded;
using Superintel.Ingestion.MarketData.Replay;
using Superintel.Ingestion.Tests.Fixtures;

namespace Superintel.Ingestion.Tests.MarketData.Recorded;

public sealed class RecordedReaderTests
{
    private static RecordedSlices Read(TextFiles files) => RecordedData.Read(files, "test", new ReplayOptions()).Slices;

    [Test]
    public void Field_that_says_NA_is_a_hole_and_one_that_is_no_number_is_unreadable()
    {
        var slices = Read(TextFiles.OfTwo("1991-01-01,NA,1e999"));
        var bars = slices.After(null)!.Candidates;
        Assert.That(
            bars.Select(b => (b.Close, b.Unreadable)), Is.EqualTo(new[] { ((decimal?)null, string.Empty), ((decimal?)null, "1e999") }));
    }

    [TestCase("1991-01-02,1,2", "1991-01-02,1,2")]
    [TestCase("1991-01-02,1,2", "1991-01-01,1,2")]
    public void File_whose_times_do_not_ascend_is_refused(string first, string second) => Assert.That(
        () => Read(TextFiles.OfTwo(first, second)), Throws.TypeOf<RecordedDataException>().With.Message.Contains("line 3"));

    [Test]
    public void Row_of_another_length_is_refused() =>
        Assert.That(() => Read(TextFiles.OfTwo("1991-01-01,1")), Throws.TypeOf<RecordedDataException>().With.Message.Contains("2 fields"));

    [Test]
    public void Row_in_which_no_series_of_many_moved_has_volume_zero_and_one_of_few_has_none()
    {
        var files = new TextFiles()
            .With("instruments.csv", ["instrumentId,name,assetClass,currency,lotSize,tickSize,tradable,sector,file,column",
                .. "ABCDE".Select(c => $"{c}.TEST,{c},index,CHF,1,0.01,false,,many.csv,{c}"), "F.TEST,F,index,CHF,1,0.01,false,,few.csv,F"])
            .With("files.csv", "file,layout,time,origin,interval,instrumentId,replay", "many.csv,closes,date,,1d,,true",
                "few.csv,closes,date,,1d,,true")
            .With("many.csv", "date,A,B,C,D,E", "1991-01-01,1,2,3,4,5", "1991-01-02,1,2,3,4,5", "1991-01-03,1,2,3,4,6")
            .With("few.csv", "date,F", "1991-01-01,1", "1991-01-02,1", "1991-01-03,1");
        var slices = Read(files);
        var second = slices.After(slices.First)!;
        var third = slices.After(second.Position)!;
        Assert.Multiple(() =>
        {
            Assert.That(second.Candidates.Where(b => b.Source == "many.csv").Select(b => b.Volume), Is.All.EqualTo(0m));
            Assert.That(second.Candidates.Single(b => b.Source == "few.csv").Volume, Is.Null);
            Assert.That(third.Candidates.Select(b => b.Volume), Is.All.Null);
        });
    }

    [Test]
    public void Options_that_name_an_unknown_file_are_refused() => Assert.That(
        () => RecordedData.Read(TextFiles.OfTwo("1991-01-01,1,2"), "test", new ReplayOptions { Files = ["other.csv"] }),
        Throws.TypeOf<RecordedDataException>().With.Message.Contains("other.csv"));

    [Test]
    public void Slices_outside_of_the_chosen_span_are_left_out()
    {
        var options = new ReplayOptions { From = Some.Day(1), To = Some.Day(3) };
        var slices = RecordedData.Read(TextFiles.OfTwo("1991-01-01,1,2", "1991-01-02,1,2", "1991-01-03,1,2"), "test", options).Slices;
        Assert.That((slices.Count, slices.First!.Value.ClosedAt, slices.Last!.Value.ClosedAt), Is.EqualTo((2, Some.Day(1), Some.Day(2))));
    }
}
