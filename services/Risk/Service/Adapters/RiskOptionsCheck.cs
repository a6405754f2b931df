using Microsoft.Extensions.Options;

namespace Superintel.Risk.Service.Adapters;

/// <summary>Unsound options stop the service, all of them named at once.</summary>
internal sealed class RiskOptionsCheck : IValidateOptions<RiskOptions>
{
    public ValidateOptionsResult Validate(string? name, RiskOptions options)
    {
        var problems = options.Problems();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(p => $"Risk: {p}."));
    }
}
