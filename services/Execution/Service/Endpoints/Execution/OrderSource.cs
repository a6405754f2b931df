namespace Superintel.Execution.Service.Endpoints.Execution;

/// <summary>Who sent an order.</summary>
internal enum OrderSource
{
    Desk = 1,

    /// <summary>Another program, or a person at the venue.</summary>
    External = 2,
}
