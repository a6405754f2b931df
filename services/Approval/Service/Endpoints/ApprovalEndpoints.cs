using Superintel.Approval.Service.Endpoints.Proposals;

namespace Superintel.Approval.Service.Endpoints;

/// <summary>Approval's routes.</summary>
public static class ApprovalEndpoints
{
    public static WebApplication MapApprovalApiV1(this WebApplication app)
    {
        app.MapProposals();
        return app;
    }
}
