using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Input;
using Superintel.ServiceDefaults.Errors;

namespace Superintel.Prediction.Service.Endpoints.Research;

/// <summary>Faults of a request in the words of the command line.</summary>
internal static class ResearchFaults
{
    public static ProblemHttpResult Problem(InputFaultException fault)
    {
        var problem = Problems.Of(StatusCodes.Status400BadRequest, fault.Code, fault.Message);
        problem.ProblemDetails.Extensions["series"] = fault.Series;
        problem.ProblemDetails.Extensions["row"] = fault.Row;
        return problem;
    }

    /// <summary>The method of a name and kind.</summary>
    /// <exception cref="RefusedRequestException">There is none.</exception>
    public static ResearchMethod Method(string name, MethodKind kind) =>
        MethodCatalogue.Create().Find(name) is { } method && method.Kind == kind
            ? method
            : throw new RefusedRequestException(
                "unknown-method",
                $"There is no {(kind == MethodKind.Job ? "job" : "statistic")} {name}; GET /api/analytics/methods lists them.",
                StatusCodes.Status404NotFound);
}
