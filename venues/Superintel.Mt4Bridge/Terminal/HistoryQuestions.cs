namespace Superintel.Mt4Bridge.Terminal;

/// <summary>Questions for what is past, on their way to the terminal and back. Not thread-safe: the bridge's gate is around it.</summary>
internal sealed class HistoryQuestions
{
    private const int Most = 16;
    private readonly SortedDictionary<long, HistoryQuestion> questions = [];
    private long last;

    public IReadOnlyCollection<HistoryQuestion> All => questions.Values;

    /// <returns>Null when too many wait.</returns>
    public HistoryQuestion? Ask(string? symbol, int minutes, DateTimeOffset from, DateTimeOffset? to, int limit)
    {
        if (questions.Count >= Most) return null;
        var question = new HistoryQuestion(++last, symbol, minutes, from, to, limit);
        questions.Add(question.Id, question);
        return question;
    }

    public HistoryQuestion? Find(long id) => questions.GetValueOrDefault(id);

    public void Forget(HistoryQuestion question) => questions.Remove(question.Id);
}
