using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Service.Adapters.Research.Jobs;

/// <summary>How a job ended.</summary>
/// <param name="Code">Why it failed; null otherwise.</param>
/// <param name="Detail">The same in a sentence.</param>
/// <param name="Result">JSON when it succeeded; null otherwise.</param>
internal sealed record JobEnd(JobStatus Status, string? Code, string? Detail, string? Result)
{
    public static readonly JobEnd Cancelled = new(JobStatus.Cancelled, null, null, null);

    public static JobEnd Succeeded(string result) => new(JobStatus.Succeeded, null, null, result);

    public static JobEnd Failed(string code, string detail) => new(JobStatus.Failed, code, detail, null);

    public static JobEnd Of(InputFaultException fault)
    {
        var where = (fault.Series is null ? "" : $"series {fault.Series} ") + (fault.Row is null ? "" : $"row {fault.Row} ");
        return Failed(fault.Code, where + fault.Message);
    }
}
