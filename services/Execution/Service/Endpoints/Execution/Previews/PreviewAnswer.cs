namespace Superintel.Execution.Service.Endpoints.Execution.Previews;

/// <summary>What came of asking a venue about an order.</summary>
internal enum PreviewAnswer
{
    /// <summary>It told what the order would cost.</summary>
    Told = 1,

    /// <summary>It would refuse the order.</summary>
    Refused = 2,

    /// <summary>It could not be asked, or did not answer.</summary>
    Unavailable = 3,

    /// <summary>It has no such question.</summary>
    NotOffered = 4,
}
