using System.CommandLine;
using System.Text.Json.Nodes;
using Superintel.Prediction.Research;
using Superintel.Prediction.Research.Calling;
using Superintel.Prediction.Research.Input;

namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>A method with its options parsed, and the series that it is about.</summary>
internal sealed class AskedMethod
{
    private const int MostNames = 5000;

    private readonly ResearchMethod method;
    private readonly ParseResult options;
    private readonly SeriesRequest request;
    private readonly IReadOnlyList<string> given;

    private AskedMethod(ResearchMethod method, ParseResult options, SeriesRequest request, IReadOnlyList<string> given) =>
        (this.method, this.options, this.request, this.given) = (method, options, request, given);

    /// <exception cref="InputFaultException">An option or the choice of series is at fault.</exception>
    public static AskedMethod Of(ResearchMethod method, SeriesRequest request, ResearchOptions limits)
    {
        if (request is { Series: not null, Instruments.Count: > 0 })
            throw new InputFaultException("bad-request", null, null, "a request names instruments or brings series, not both");
        if (request.Series?.Values > limits.MostValues)
            throw new InputFaultException("too-many-values", null, null, $"a request takes {limits.MostValues} values at most");
        var given = request.Series?.Columns.Select(column => column.Name).ToArray() ?? request.Instruments ?? [];
        if (given.Count > MostNames)
            throw new InputFaultException("too-many-values", null, null, $"a request takes {MostNames} series at most");
        if (given.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputFaultException("duplicate-column", twice.Key, null, "the request names it more than once");
        var options = OptionArguments.Parse(method, Options(method, request.Options, given));
        method.Chosen?.Invoke(options);
        return new AskedMethod(method, options, request, given);
    }

    /// <summary>Reads the series and checks how many there are.</summary>
    /// <exception cref="InputFaultException">A series is at fault.</exception>
    public async Task<ReadSeries> Read(PanelReader panel, CancellationToken ct)
    {
        var chosen = method.Chosen?.Invoke(options);
        if (given.Count > 0 && chosen?.FirstOrDefault(name => !given.Contains(name, StringComparer.Ordinal)) is { } other)
            throw new InputFaultException("no-such-column", other, null, $"the request has {string.Join(", ", given)}");
        var read = request.Series is { } own
            ? new ReadSeries(own.Table(), null, null, [])
            : await panel.Read(chosen ?? given, request, ct);
        var table = chosen is null ? read.Table : read.Table.Of(chosen);
        return read with { Table = method.Demand(request.Log ? table.Logs() : table) };
    }

    /// <exception cref="InputFaultException">The series or an option's value cannot be worked on.</exception>
    public JsonObject Run(ReadSeries series, IProgress<double>? progress, CancellationToken ct) =>
        method.Run(new ResearchCall(series.Table, options, progress, ct));

    // A pair may be said once: as the two series themselves.
    private static Dictionary<string, JsonNode?> Options(ResearchMethod method, JsonObject? options, IReadOnlyList<string> given)
    {
        var named = (options ?? []).ToDictionary(option => option.Key, option => option.Value, StringComparer.Ordinal);
        if (method.Chosen is not null && given.Count == 2 && named.GetValueOrDefault("pair") is null)
            named["pair"] = string.Join(',', given);
        return named;
    }
}
