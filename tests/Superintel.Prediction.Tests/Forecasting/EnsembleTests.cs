using System.Globalization;
using Superintel.Prediction.Forecasting;

namespace Superintel.Prediction.Tests.Forecasting;

internal sealed class EnsembleTests
{
    private static readonly Ensemble Plain = new([], new EnsembleOptions());

    [Test]
    public void Catalogue_has_the_22_models_of_five_families()
    {
        Assert.That(ModelCatalogue.Models, Has.Length.EqualTo(22));
        Assert.That(ModelCatalogue.Models.Select(model => model.Name), Is.Unique);
        Assert.That(
            ModelCatalogue.Models.GroupBy(model => model.Family).OrderBy(g => g.Key).Select(g => g.Count()),
            Is.EqualTo(new[] { 5, 4, 4, 4, 5 }));
    }

    [Test]
    public void Registered_models_are_the_four_that_are_built_under_their_catalogued_names() => Assert.That(
        RegisteredModels.From(new ModelOptions()).Select(model => model.Name),
        Is.EqualTo(new[] { "engle-granger-error-correction", "kalman-hedge-ratio", "rolling-z-score", "ornstein-uhlenbeck" }));

    [Test]
    public void Weights_when_all_22_speak_are_the_base_weights_of_their_groups()
    {
        var verdict = Plain.Judge(Outcomes(Enumerable.Repeat((byte)150, 22).ToArray()));

        Assert.That(Weight(verdict, WeightGroup.Statistical), Is.EqualTo(0.25).Within(1e-12));
        Assert.That(Weight(verdict, WeightGroup.MachineLearning), Is.EqualTo(0.45).Within(1e-12));
        Assert.That(Weight(verdict, WeightGroup.Sentiment), Is.EqualTo(0.15).Within(1e-12));
        Assert.That(Weight(verdict, WeightGroup.MacroRegime), Is.EqualTo(0.15).Within(1e-12));
    }

    [Test]
    public void Weights_when_only_one_group_speaks_are_shared_by_its_speakers_alone()
    {
        var verdict = Plain.Judge(
        [
            (ModelCatalogue.Find("rolling-z-score"), new Forecast(0.5, 0.8, 5, "")),
            (ModelCatalogue.Find("ornstein-uhlenbeck"), new Forecast(0.3, 0.4, 9, "")),
            (ModelCatalogue.Find("lstm"), new Abstention("code", "detail")),
        ]);

        Assert.That(verdict.Votes.Select(vote => vote.Weight), Is.EqualTo(new[] { 0.5, 0.5, 0 }));
        Assert.That(verdict.Direction, Is.EqualTo(((0.5 * 0.8) + (0.3 * 0.4)) / 1.2).Within(1e-12));
        Assert.That(verdict.Confidence, Is.EqualTo(0.6).Within(1e-12));
        Assert.That(verdict.HorizonBars, Is.EqualTo(7));
        Assert.That(verdict.Speakers, Is.EqualTo(2));
    }

    [Test]
    public void Confidence_when_the_models_contradict_each_other_falls()
    {
        var agreed = Plain.Judge(Two(0.5, 0.4));
        var split = Plain.Judge(Two(0.5, -0.4));

        Assert.That(split.Confidence, Is.EqualTo(agreed.Confidence * 0.1 / 0.9).Within(1e-12));
    }

    [Test]
    public void Verdict_when_every_model_abstains_says_nothing()
    {
        var verdict = Plain.Judge(Outcomes(new byte[22]));

        Assert.That((verdict.Direction, verdict.Confidence, verdict.HorizonBars, verdict.Passes), Is.EqualTo((0.0, 0.0, 0.0, false)));
        Assert.That(verdict.Votes.Select(vote => vote.ToEvent()), Is.All.Matches<Contracts.Events.V1.ModelContribution>(
            one => one is { Weight: 0, Direction: null, Confidence: null, HorizonBars: null, Reason: "code: detail" }));
    }

    [TestCase(0.1, 0.9, false)]
    [TestCase(0.1001, 0.9, true)]
    [TestCase(-0.1001, 0.9, true)]
    [TestCase(0.9, 0.1, false)]
    [TestCase(0.9, 0.1001, true)]
    public void Verdict_passes_only_beyond_both_thresholds(double direction, double confidence, bool passes)
    {
        var verdict = Plain.Judge([(ModelCatalogue.Find("rolling-z-score"), new Forecast(direction, confidence, 1, ""))]);

        Assert.That(verdict.Passes, Is.EqualTo(passes));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Weights_sum_to_one_among_those_who_speak_and_everything_stays_within_bounds(byte[] shape)
    {
        var verdict = Plain.Judge(Outcomes(shape));
        var spoken = verdict.Votes.Where(vote => vote.Outcome is Forecast).ToArray();
        var sum = spoken.Sum(vote => vote.Weight);
        return (spoken.Length == 0 || Math.Abs(sum - 1) < 1e-12)
            && verdict.Votes.All(vote => vote.Weight is >= 0 and <= 1 && (vote.Outcome is Forecast || vote.Weight == 0))
            && verdict.Direction is >= -1 and <= 1
            && verdict.Confidence is >= 0 and <= 1
            && (verdict.Direction == 0 || verdict.Direction >= spoken.Min(Direction) - 1e-12)
            && (verdict.Direction == 0 || verdict.Direction <= spoken.Max(Direction) + 1e-12);
    }

    [FsCheck.NUnit.Property]
    public bool Verdict_with_all_directions_turned_round_is_turned_round(byte[] shape)
    {
        var outcomes = Outcomes(shape);
        var turned = outcomes.Select(o => (o.Entry, Turn(o.Outcome))).ToArray();
        return Plain.Judge(outcomes).Direction == -Plain.Judge(turned).Direction
            && Plain.Judge(outcomes).Confidence == Plain.Judge(turned).Confidence;
    }

    [Test]
    public void Ensemble_with_a_model_twice_is_refused() => Assert.That(
        () => new Ensemble([.. RegisteredModels.From(new()), .. RegisteredModels.From(new())], new EnsembleOptions()),
        Throws.ArgumentException);

    [Test]
    public void Model_run_changes_with_any_parameter_and_only_with_one()
    {
        var ids = new[] { new ModelOptions(), new ModelOptions { RollingZScore = new() { Enter = 1.6 } } }
            .Select(options => new Ensemble(RegisteredModels.From(options), new EnsembleOptions()).RunId).ToArray();

        Assert.That(ids, Is.Unique);
        Assert.That(new Ensemble(RegisteredModels.From(new ModelOptions()), new EnsembleOptions()).RunId, Is.EqualTo(ids[0]));
    }

    private static double Direction(ModelVote vote) => ((Forecast)vote.Outcome).Direction;

    private static double Weight(EnsembleVerdict verdict, WeightGroup group) =>
        verdict.Votes.Where(vote => vote.Model.Group == group).Sum(vote => vote.Weight);

    private static (CataloguedModel Entry, ModelOutcome Outcome)[] Two(double first, double second) =>
    [
        (ModelCatalogue.Find("rolling-z-score"), new Forecast(first, 0.8, 5, "")),
        (ModelCatalogue.Find("ornstein-uhlenbeck"), new Forecast(second, 0.8, 5, "")),
    ];

    // One byte per model: 0 abstains, else direction from the byte and confidence from its low bits.
    private static (CataloguedModel Entry, ModelOutcome Outcome)[] Outcomes(byte[] shape) =>
    [
        .. ModelCatalogue.Models.Zip(shape, (entry, b) => (entry, b == 0
            ? (ModelOutcome)new Abstention("code", "detail")
            : new Forecast(((b % 201) - 100) / 100.0, (b % 7) / 6.0, 1 + b, b.ToString(CultureInfo.InvariantCulture)))),
    ];

    private static ModelOutcome Turn(ModelOutcome outcome) => outcome is Forecast forecast
        ? new Forecast(-forecast.Direction, forecast.Confidence, forecast.HorizonBars, forecast.Reason)
        : outcome;
}
