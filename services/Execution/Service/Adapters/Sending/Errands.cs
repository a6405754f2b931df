namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>The call that is made in one scope.</summary>
internal sealed class Errands
{
    public Errand Current { get; set; } = new();
}
