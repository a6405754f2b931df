using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Risk.Restricted.ChangeRestricted;
using Superintel.Risk.Restricted.Ports;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Restricted;

internal static class RestrictedEndpoints
{
    public static void MapRestricted(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/risk/restricted").WithTags("Risk");
        group.MapGet("/", List).RequireAuthorization(Policies.ViewerOrService);
        group.MapPut("/{instrumentId}", Change).RequireAuthorization(Policies.Senior);
    }

    private static Task<Ok<RestrictedListView>> List(ITransactions transactions, CancellationToken ct) => transactions.Run(
        async (scope, inner) => TypedResults.Ok(await All(scope, inner)), ct);

    private static async Task<Results<Ok<RestrictedListView>, ProblemHttpResult>> Change(
        string instrumentId, RestrictBody body, HttpContext http, ITransactions transactions, CancellationToken ct)
    {
        var by = http.User.Identity?.Name ?? "";
        var (code, list) = await transactions.RunExclusive(
            async (scope, inner) => (
                await scope.GetRequiredService<ChangeRestricted>().Handle(instrumentId, body.Restricted, body.Reason, by, inner),
                await All(scope, inner)),
            ct);
        return code is null ? TypedResults.Ok(list) : Problems.Of(Status(code), code, $"{instrumentId}: {Detail(code)}");
    }

    private static async Task<RestrictedListView> All(IServiceProvider scope, CancellationToken ct) =>
        new([.. (await scope.GetRequiredService<IRestrictedList>().All(ct)).Select(RestrictedView.Of)]);

    private static int Status(string code) => code switch
    {
        "restricted-already" or "not-restricted" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string Detail(string code) => code switch
    {
        "instrument-invalid" => "that is not an instrument id.",
        "reason-required" => "the list changes for a reason: say which.",
        "restricted-already" => "it is on the list already.",
        _ => "it is not on the list.",
    };
}
