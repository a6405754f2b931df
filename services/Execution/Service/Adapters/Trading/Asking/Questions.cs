namespace Superintel.Execution.Service.Adapters.Trading.Asking;

/// <summary>Who answers the questions of one scope.</summary>
internal sealed class Questions(StandingQuestions standing)
{
    /// <summary>Without more, the questions that stand: their answers come to a later look.</summary>
    public IVenueAnswers Answers { get; set; } = standing;
}
