namespace Superintel.Prediction.Service.Endpoints.Research;

/// <summary>As for a statistic, with the method. Without instruments and series: all of the panel that have no holes.</summary>
internal sealed record JobBody(string Method) : StatisticBody();
