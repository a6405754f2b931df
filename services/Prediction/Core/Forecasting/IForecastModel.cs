namespace Superintel.Prediction.Forecasting;

/// <summary>One of the 22 models. Stateless: the same input gives the same outcome.</summary>
public interface IForecastModel
{
    /// <summary>Its name in <see cref="ModelCatalogue"/>.</summary>
    string Name { get; }

    ModelFamily Family { get; }

    /// <summary>Its parameters as text; with the name they identify the run behind a signal.</summary>
    string Parameters { get; }

    ModelOutcome Forecast(in ModelInput input);
}
