using System.Reflection;
using Superintel.Prediction.Discovery;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Signals;
using Superintel.TestKit;

namespace Superintel.Prediction.Tests;

/// <summary>docs/models.md names every model and every code, and no code that does not exist.</summary>
internal sealed class ModelDocumentTests
{
    private static readonly string Document = File.ReadAllText(Repository.File("docs/models.md"));

    private static IEnumerable<string> Words =>
        new[] { typeof(AbstentionCodes), typeof(BrokenPairCodes), typeof(LeaveCodes), typeof(StayCodes) }
            .SelectMany(codes => codes.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(code => (string)code.GetRawConstantValue()!)
            .Concat(ModelCatalogue.Models.Select(model => model.Name));

    [Test]
    public void Document_names([ValueSource(nameof(Words))] string word) => Assert.That(Document, Does.Contain($"`{word}`"));

    [Test]
    public void Document_states_the_defaults_that_are_in_force()
    {
        var options = new PredictionOptions();
        var (discovery, stance) = (options.Discovery, options.Stance);
        Assert.That((discovery.FalseDiscoveryRate, discovery.MinimumCorrelation, discovery.BrokenPValue), Is.EqualTo((0.2, 0.3, 0.5)));
        Assert.That((stance.EntryZ, stance.ExitZ, stance.StopZ, stance.TimeStopHalfLives), Is.EqualTo((1.5, 0.25, 4.0, 3.0)));
        Assert.That((stance.CoolDownBars, stance.CoolDownAfterStopBars), Is.EqualTo((3, 21)));
    }
}
