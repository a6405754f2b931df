using Superintel.Execution.Trading;

namespace Superintel.Execution.Execution.Previews;

/// <summary>A question as a ticket, or why it cannot be asked.</summary>
public abstract record PreviewTicket
{
    private PreviewTicket()
    {
    }

    public sealed record Written(OrderTicket Ticket) : PreviewTicket;

    /// <summary>No venue is asked.</summary>
    /// <param name="Code">Stable, kebab-case.</param>
    public sealed record Refused(string Code, string Detail) : PreviewTicket;
}
