using Superintel.Risk.Limits;

namespace Superintel.Risk.Service.Endpoints.Limits;

/// <summary>Changes of one limit, newest first.</summary>
public sealed record LimitHistoryView(string Name, IReadOnlyList<LimitMove> Changes);
