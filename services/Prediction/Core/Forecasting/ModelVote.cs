using Superintel.Contracts.Events.V1;

namespace Superintel.Prediction.Forecasting;

/// <summary>One model's outcome and its weight in the ensemble: zero for an abstention.</summary>
public sealed record ModelVote(CataloguedModel Model, double Weight, ModelOutcome Outcome)
{
    public ModelContribution ToEvent()
    {
        var forecast = Outcome as Forecast;
        return new ModelContribution(
            Model.Name,
            Model.Family.ToString().ToLowerInvariant(),
            Weight,
            forecast?.Direction,
            forecast?.Confidence,
            forecast?.HorizonBars,
            forecast?.Reason ?? Outcome.ToString());
    }
}
