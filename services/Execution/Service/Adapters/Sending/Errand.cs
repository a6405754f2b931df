namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>One order that is to be called out to a venue on the wire.</summary>
internal sealed class Errand
{
    /// <summary>The turn has been left and the venue's adapter called: from here on bytes may have left.</summary>
    public bool HasBegun { get; set; }
}
