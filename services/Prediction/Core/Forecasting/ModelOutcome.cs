namespace Superintel.Prediction.Forecasting;

/// <summary>What a model answers: a <see cref="Forecast"/> or an <see cref="Abstention"/>, nothing else.</summary>
public abstract record ModelOutcome
{
    private protected ModelOutcome()
    {
    }
}
