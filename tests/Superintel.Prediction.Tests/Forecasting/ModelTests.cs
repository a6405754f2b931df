using Superintel.Prediction.FeatureStore;
using Superintel.Prediction.Forecasting;
using Superintel.Prediction.Forecasting.PairFeatures;
using Superintel.Prediction.Tests.Planted;

namespace Superintel.Prediction.Tests.Forecasting;

internal sealed class ModelTests
{
    private static readonly IReadOnlyList<IForecastModel> Models = RegisteredModels.From(new ModelOptions());

    private static IEnumerable<string> Names => Models.Select(model => model.Name);

    [Test]
    public void Model_on_a_planted_pair_bets_against_the_spreads_deviation(
        [ValueSource(nameof(Names))] string name, [Range(1, 12)] int seed)
    {
        var high = Speak(name, PlantedPair.Input(PlantedPair.Window(seed, push: 3.5)));
        var low = Speak(name, PlantedPair.Input(PlantedPair.Window(seed, push: -3.5)));

        Assert.That(high.Direction, Is.Negative, high.Reason);
        Assert.That(low.Direction, Is.Positive, low.Reason);
        Assert.That(high.Confidence, Is.GreaterThan(0.2));
        Assert.That(high.HorizonBars, Is.InRange(1, 60));
    }

    [Test]
    public void Model_on_a_planted_pair_at_its_mean_sees_nothing_to_trade(
        [ValueSource(nameof(Names))] string name, [Range(1, 6)] int seed) =>
        Assert.That(Speak(name, PlantedPair.Input(PlantedPair.Window(seed, push: 0))).Direction, Is.Zero.Within(0.1));

    [Test]
    public void Model_given_the_same_vector_answers_the_same([ValueSource(nameof(Names))] string name)
    {
        var window = PlantedPair.Window(seed: 3, push: 2.2);
        var first = Find(name).Forecast(PlantedPair.Input(window));
        var second = Find(name).Forecast(PlantedPair.Input(window));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Model_given_another_schema_abstains([ValueSource(nameof(Names))] string name)
    {
        var other = new FeatureVector(new FeatureSchema("other", 1, [new("x", "1", "X.")]), "s", default, default, [1]);

        Assert.That(Code(Find(name).Forecast(new ModelInput(PlantedPair.Id, other))), Is.EqualTo(AbstentionCodes.SchemaMismatch));
    }

    [TestCase(ModelCatalogue.RollingZScore, PairFields.ZScore, null, AbstentionCodes.DegenerateSpread)]
    [TestCase(ModelCatalogue.EngleGrangerErrorCorrection, PairFields.ReversionSpeed, 0.01, AbstentionCodes.NotMeanReverting)]
    [TestCase(ModelCatalogue.EngleGrangerErrorCorrection, PairFields.ReversionSpeed, null, AbstentionCodes.NotMeanReverting)]
    [TestCase(ModelCatalogue.EngleGrangerErrorCorrection, PairFields.ReversionPValue, null, AbstentionCodes.NotMeanReverting)]
    [TestCase(ModelCatalogue.EngleGrangerErrorCorrection, PairFields.ReversionSpeed, -0.005, AbstentionCodes.TooSlow)]
    [TestCase(ModelCatalogue.OrnsteinUhlenbeck, PairFields.OuTheta, null, AbstentionCodes.NotMeanReverting)]
    [TestCase(ModelCatalogue.OrnsteinUhlenbeck, PairFields.OuTheta, 0.005, AbstentionCodes.TooSlow)]
    [TestCase(ModelCatalogue.OrnsteinUhlenbeck, PairFields.OuSigma, 1e-6, AbstentionCodes.CostNotCovered)]
    [TestCase(ModelCatalogue.KalmanHedgeRatio, PairFields.KalmanHedgeRatio, null, AbstentionCodes.DegenerateSpread)]
    [TestCase(ModelCatalogue.KalmanHedgeRatio, PairFields.KalmanHedgeRatio, -0.1, AbstentionCodes.HedgeRatioNotPositive)]
    [TestCase(ModelCatalogue.KalmanHedgeRatio, PairFields.KalmanHedgeRatio, 1.3, AbstentionCodes.HedgeRatioDrifted)]
    public void Model_without_ground_to_stand_on_abstains_with_its_code(string name, string field, double? value, string code) =>
        Assert.That(Code(Find(name).Forecast(PlantedPair.With((field, value)))), Is.EqualTo(code));

    [Test]
    public void Error_correction_when_the_legs_are_not_pulled_back_abstains()
    {
        var input = PlantedPair.With((PairFields.SpeedAT, 0.5), (PairFields.SpeedBT, 0.9));

        Assert.That(
            Code(Find(ModelCatalogue.EngleGrangerErrorCorrection).Forecast(input)), Is.EqualTo(AbstentionCodes.NoErrorCorrection));
    }

    [Test]
    public void Kalman_hedge_trusts_itself_less_the_further_its_hedge_ratio_has_drifted()
    {
        Assert.That(Confidence(hedge: 1.1), Is.LessThan(Confidence(hedge: 0.9)));
        Assert.That(Confidence(hedge: 0.9), Is.LessThan(Confidence(hedge: 0.8)));

        static double Confidence(double hedge)
        {
            var input = PlantedPair.With((PairFields.KalmanHedgeRatio, hedge), (PairFields.KalmanInnovation, 2));
            return Speak(ModelCatalogue.KalmanHedgeRatio, input).Confidence;
        }
    }

    [Test]
    public void Ornstein_Uhlenbeck_when_a_round_trip_costs_more_waits_for_a_greater_deviation()
    {
        var input = PlantedPair.Input(PlantedPair.Window(seed: 2, push: 1.8));
        var cheap = With(new() { RoundTripCost = 0.0001 }).Forecast(input);
        var dear = With(new() { RoundTripCost = 0.03 }).Forecast(input);

        Assert.That(Math.Abs(((Forecast)cheap).Direction), Is.GreaterThan(Math.Abs(((Forecast)dear).Direction)));
    }

    private static Prediction.Forecasting.Models.OrnsteinUhlenbeckThresholds With(
        Prediction.Forecasting.Models.OrnsteinUhlenbeckOptions options) => new(options);

    private static IForecastModel Find(string name) => Models.Single(model => model.Name == name);

    private static Forecast Speak(string name, ModelInput input) => Find(name).Forecast(input) switch
    {
        Forecast forecast => forecast,
        var abstention => throw new AssertionException($"{name} abstained: {abstention}"),
    };

    private static string Code(ModelOutcome outcome) => outcome is Abstention abstention ? abstention.Code : $"spoke: {outcome}";
}
