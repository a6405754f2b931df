using System.Collections.Immutable;

namespace Superintel.Prediction.Forecasting;

/// <summary>
/// Weighs the registered models. Each group's base weight is split evenly among its models that speak, and the groups that speak share
/// the whole. Direction is the confidence-weighted mean; confidence is the weighted mean, reduced by how far the models contradict each
/// other.
/// </summary>
public sealed class Ensemble
{
    private readonly EnsembleOptions options;
    private readonly ImmutableArray<(CataloguedModel Entry, IForecastModel Model)> models;

    /// <exception cref="ArgumentException">A model is not in the catalogue, stands in another family there, or is given twice.</exception>
    public Ensemble(IEnumerable<IForecastModel> models, EnsembleOptions options)
    {
        this.options = options;
        var registered = models.Select(model => (Entry: ModelCatalogue.Find(model.Name), Model: model)).ToArray();
        foreach (var (entry, model) in registered)
            if (entry.Family != model.Family)
                throw new ArgumentException($"{model.Name} belongs to the family {entry.Family}.", nameof(models));
        if (registered.DistinctBy(r => r.Entry).Count() < registered.Length)
            throw new ArgumentException("A model is registered twice.", nameof(models));
        this.models = [.. registered.OrderBy(r => ModelCatalogue.Models.IndexOf(r.Entry))];
        RunId = ModelRun.IdOf(this.models.Select(r => r.Model), options);
    }

    /// <summary>Identity of this set of models, parameters and weights.</summary>
    public string RunId { get; }

    public EnsembleVerdict Judge(in ModelInput input)
    {
        var outcomes = new (CataloguedModel Entry, ModelOutcome Outcome)[models.Length];
        for (var i = 0; i < outcomes.Length; i++) outcomes[i] = (models[i].Entry, models[i].Model.Forecast(input));
        return Judge(outcomes);
    }

    /// <summary>The same for outcomes that are already at hand.</summary>
    public EnsembleVerdict Judge(IReadOnlyList<(CataloguedModel Entry, ModelOutcome Outcome)> outcomes)
    {
        var speakers = outcomes.Where(o => o.Outcome is Forecast).GroupBy(o => o.Entry.Group).ToDictionary(g => g.Key, g => g.Count());
        var total = speakers.Keys.Order().Sum(options.Base);
        var votes = outcomes
            .Select(o => new ModelVote(o.Entry, o.Outcome is Forecast ? Share(o.Entry.Group, speakers, total) : 0, o.Outcome))
            .ToImmutableArray();
        return Combine(votes);
    }

    private double Share(WeightGroup group, Dictionary<WeightGroup, int> speakers, double total) =>
        total > 0 ? options.Base(group) / total / speakers[group] : 0;

    private EnsembleVerdict Combine(ImmutableArray<ModelVote> votes)
    {
        var (trust, pull, force, horizon) = (0.0, 0.0, 0.0, 0.0);
        foreach (var vote in votes)
        {
            if (vote.Outcome is not Forecast forecast) continue;
            var weight = vote.Weight * forecast.Confidence;
            trust += weight;
            pull += weight * forecast.Direction;
            force += weight * Math.Abs(forecast.Direction);
            horizon += vote.Weight * forecast.HorizonBars;
        }
        var direction = trust > 0 ? Math.Clamp(pull / trust, -1, 1) : 0;
        var agreement = force > 0 ? Math.Abs(pull) / force : 0;
        var confidence = Math.Clamp(trust * agreement, 0, 1);
        var passes = Math.Abs(direction) > options.DirectionThreshold && confidence > options.ConfidenceThreshold;
        return new EnsembleVerdict(direction, confidence, horizon, passes, votes);
    }
}
