using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Prediction.FeatureStore.Ports;
using Superintel.ServiceDefaults.Errors;

namespace Superintel.Prediction.Service.Endpoints;

/// <summary>/api/features</summary>
internal static class FeatureEndpoints
{
    public static void MapFeatures(this IEndpointRouteBuilder api) =>
        api.MapGet("/features/{featureVectorId}", Find).WithTags("features").WithSummary("The feature vector behind a signal.");

    private static async Task<Results<Ok<FeatureVectorReply>, ProblemHttpResult>> Find(
        string featureVectorId, IFeatureStore features, CancellationToken ct)
    {
        var found = await features.Find(featureVectorId, ct);
        return found is null
            ? Problems.Of(StatusCodes.Status404NotFound, "feature-vector-not-found", $"There is no feature vector {featureVectorId}.")
            : TypedResults.Ok(FeatureVectorReply.Of(found));
    }
}
