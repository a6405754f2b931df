using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Superintel.Risk.Verdicts;
using Superintel.Risk.Verdicts.Ports;
using Superintel.ServiceDefaults.Errors;
using Superintel.ServiceDefaults.Paging;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Endpoints.Verdicts;

internal static class VerdictsEndpoints
{
    public static void MapVerdicts(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/risk/verdicts", List).WithTags("Risk").RequireAuthorization(Policies.ViewerOrService);

    private static Task<Ok<Page<VerdictView>>> List([AsParameters] PageQuery page, ITransactions transactions, CancellationToken ct)
    {
        var (size, after) = (page.Size(), Place(page.After(2)));
        return transactions.Run(
            async (scope, inner) =>
            {
                var verdicts = await scope.GetRequiredService<IVerdicts>().Page(after, size + 1, inner);
                return TypedResults.Ok(PageOf.Rows([.. verdicts.Select(VerdictView.Of)], size, view => [$"{view.At:O}", view.DecisionId]));
            },
            ct);
    }

    private static VerdictPlace? Place(string[]? cursor)
    {
        if (cursor is not [var at, var id]) return null;
        return DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new VerdictPlace(time, id)
            : throw new RefusedRequestException("cursor-invalid", "cursor is not one that this list gave out.");
    }
}
