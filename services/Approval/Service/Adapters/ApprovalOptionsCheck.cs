using Microsoft.Extensions.Options;

namespace Superintel.Approval.Service.Adapters;

/// <summary>Unsound options stop the service, all of them named at once.</summary>
internal sealed class ApprovalOptionsCheck : IValidateOptions<ApprovalOptions>
{
    public ValidateOptionsResult Validate(string? name, ApprovalOptions options)
    {
        var problems = options.Problems();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(p => $"Approval: {p}."));
    }
}
