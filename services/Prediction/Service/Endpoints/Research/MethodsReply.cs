using Superintel.Prediction.Research.Calling;

namespace Superintel.Prediction.Service.Endpoints.Research;

/// <param name="Methods">Statistics first, then jobs.</param>
internal sealed record MethodsReply(IReadOnlyList<MethodSheet> Methods);
