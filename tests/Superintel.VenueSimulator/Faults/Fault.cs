namespace Superintel.VenueSimulator.Faults;

/// <summary>A way in which real venues misbehave.</summary>
/// <param name="Name">As the command line and scripts write it.</param>
/// <param name="Point">Where it happens.</param>
/// <param name="Meaning">What the venue does.</param>
/// <param name="Source">The public report that it reproduces.</param>
/// <param name="OnlyAt">The venue that alone can have it; null for all.</param>
public sealed record Fault(string Name, FaultPoint Point, string Meaning, string Source, string? OnlyAt = null)
{
    public static readonly Fault LostAcknowledgement = new("lost-acknowledgement", FaultPoint.Submit,
        "The order is taken and nothing is answered.", "hummingbot #8457");

    public static readonly Fault LateAcknowledgement = new("ack-after-timeout", FaultPoint.Submit,
        "The order is taken; the answer comes after the client gave up.", "nautilus_trader #4215");

    public static readonly Fault ErrorAfterAcceptance = new("error-after-acceptance", FaultPoint.Submit,
        "The order is taken and the answer is a server error.", "hummingbot #3374");

    public static readonly Fault NightlyReset = new("nightly-reset", FaultPoint.Submit,
        "The venue goes away in the middle of a submit, after it took the order.", "Lean.Brokerages.InteractiveBrokers #242");

    public static readonly Fault SilentSessionLoss = new("silent-session-loss", FaultPoint.Submit,
        "The connection stands and every order is refused until the client signs in anew.", "Lean.Brokerages.InteractiveBrokers #246");

    public static readonly Fault BusyTerminal = new("busy-terminal", FaultPoint.Submit,
        "The terminal refuses the order for a reason that passes; sent again it is taken.", "dingmaotu/mql4-lib #22", OnlyAt: "mt4");

    public static readonly Fault PartialThenCancel = new("partial-then-cancel", FaultPoint.Submit,
        "Part of the order trades and the venue cancels the rest by itself.", "nautilus_trader #4626");

    public static readonly Fault LateFill = new("late-fill-after-cancel", FaultPoint.Cancel,
        "The cancel is confirmed, and then an execution from before it is told.", "hummingbot #3374");

    public static readonly Fault LostCancel = new("lost-cancel", FaultPoint.Cancel,
        "A cancel is not heard: nothing is answered, and the order works on.", "Lean.Brokerages.InteractiveBrokers #256");

    public static readonly Fault DuplicateFill = new("duplicate-fill", FaultPoint.Fill,
        "An execution is told twice, the same to the byte.", "nautilus_trader #3046");

    public static readonly Fault RenamedFill = new("fill-with-new-id", FaultPoint.Fill,
        "An execution is told again under another id, as a correction.", "nautilus_trader #3878", OnlyAt: "ibkr");

    public static readonly Fault Correction = new("fill-corrected", FaultPoint.Fill,
        "An execution is corrected: another price, fewer units, or none.", "ib_insync #364", OnlyAt: "ibkr");

    public static readonly Fault LateCommission = new("late-commission", FaultPoint.Fill,
        "The cost of an execution is told seconds after it, or not at all until it is asked for.", "pysystemtrade #1661", OnlyAt: "ibkr");

    public static readonly Fault PhantomPosition = new("phantom-position", FaultPoint.Positions,
        "A position is told that no order made.", "bytex #30");

    public static readonly Fault StopWithoutFill = new("stop-triggered-unfilled", FaultPoint.Trigger,
        "A stop triggers and does not trade.", "freqtrade #12984");

    public static readonly Fault FarmAway = new("farm-away", FaultPoint.Quote,
        "What serves the data is away for a while and says so; running histories are dead afterwards, without a word.",
        "nautilus_trader #3968", OnlyAt: "ibkr");

    public static readonly Fault ClockSkew = new("clock-skew", FaultPoint.Request,
        "The venue's clock is ten seconds ahead: signed requests are too old.", "Binance.Net #728", OnlyAt: "binance");

    public static readonly Fault RateLimitBan = new("rate-limit-ban", FaultPoint.Request,
        "Requests are refused for a while, with the time to wait.", "freqtrade #7187");

    public static readonly Fault TruncatedFrame = new("truncated-frame", FaultPoint.Send,
        "A message ends in the middle, and the connection with it.", "node-binance-api #736");

    public static readonly Fault GarbageFrame = new("garbage-frame", FaultPoint.Send,
        "Bytes that are no message come before the next one.", "node-binance-api #389");

    public static readonly Fault SlowDrip = new("slow-drip", FaultPoint.Send,
        "A message comes byte by byte.", "stoqey/ib #42");

    public static readonly Fault Reordered = new("reordered-messages", FaultPoint.Send,
        "Two messages change places.", "rust-ibapi #788");

    public static readonly Fault Disconnect = new("disconnect", FaultPoint.Send,
        "The connection ends between two messages.", "Lean.Brokerages.InteractiveBrokers #227");

    /// <summary>Every fault, by name in ordinal order.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. typeof(Fault).GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Where(field => field.FieldType == typeof(Fault))
            .Select(field => (Fault)field.GetValue(null)!)
            .OrderBy(fault => fault.Name, StringComparer.Ordinal),
    ];

    /// <exception cref="FormatException">No such fault.</exception>
    public static Fault Parse(string name) => All.FirstOrDefault(fault => fault.Name == name)
        ?? throw new FormatException($"'{name}' is not a fault; there are {string.Join(", ", All.Select(fault => fault.Name))}.");

    /// <summary>Whether a venue can have it: mt4's bridge has one answer for each request, and one execution for each order.</summary>
    public bool IsAt(string venue) => (OnlyAt ?? venue) == venue && !(venue == "mt4" && (this == Reordered || this == DuplicateFill));

    public override string ToString() => Name;
}
