namespace Superintel.Prediction.Service.Endpoints;

/// <summary>One feature.</summary>
/// <param name="Value">Null when it has no meaning at that bar.</param>
internal sealed record FeatureReply(string Name, string Unit, string Meaning, double? Value);
