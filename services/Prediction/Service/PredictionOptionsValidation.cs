using Microsoft.Extensions.Options;

namespace Superintel.Prediction.Service;

/// <summary>Stops the service at start when its settings make no sense, and says everything that is wrong with them.</summary>
internal sealed class PredictionOptionsValidation : IValidateOptions<PredictionOptions>
{
    public ValidateOptionsResult Validate(string? name, PredictionOptions options)
    {
        var faults = PredictionOptionsCheck.Faults(options);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
