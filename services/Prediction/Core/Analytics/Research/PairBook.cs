namespace Superintel.Prediction.Analytics.Research;

/// <summary>Position, cash and running sums of one simulated pair.</summary>
internal struct PairBook
{
    private readonly double _fraction;
    private readonly double _perShare;
    private readonly double _borrow;
    private readonly double _funding;
    private readonly double _notional;
    private double _quantityY;
    private double _quantityX;
    private double _cash;
    private double _equity;
    private double _entryEquity;
    private double _peak;
    private double _drawdown;
    private double _mean;
    private double _squares;
    private double _traded;
    private double _costs;
    private int _marks;
    private int _trades;
    private int _wins;
    private int _held;
    private int _entryBar;

    public PairBook(in PairCosts costs, double notional, double borrowPerBar)
    {
        _fraction = costs.FillFraction;
        _perShare = costs.FeePerShare;
        _borrow = borrowPerBar;
        _funding = costs.FundingBpsPerBar * 1e-4;
        _notional = notional;
    }

    /// <summary>1 long the spread, -1 short, 0 flat.</summary>
    public int Direction { get; private set; }

    public void Open(int direction, double y, double x, double slope, int bar)
    {
        _entryEquity = _cash;
        _entryBar = bar;
        Direction = direction;
        _quantityY = direction * _notional / y;
        _quantityX = -direction * slope * _notional / x;
        Fill(_quantityY, y);
        Fill(_quantityX, x);
    }

    public void Close(double y, double x, int bar, Span<PairTrade> trades)
    {
        Fill(-_quantityY, y);
        Fill(-_quantityX, x);
        double profit = _cash - _entryEquity;
        if (_trades < trades.Length)
        {
            trades[_trades] = new PairTrade(_entryBar, bar, Direction, _quantityY, _quantityX, profit);
        }

        _trades++;
        _wins += profit > 0 ? 1 : 0;
        _quantityY = 0;
        _quantityX = 0;
        Direction = 0;
    }

    /// <summary>Charges and values the position; returns the profit since the bar before.</summary>
    public double Mark(double y, double x)
    {
        if (Direction != 0)
        {
            _held++;
            double valueY = _quantityY * y;
            double valueX = _quantityX * x;
            double charge = (_borrow * (Math.Max(0, -valueY) + Math.Max(0, -valueX))) + (_funding * (Math.Abs(valueY) + Math.Abs(valueX)));
            _cash -= charge;
            _costs += charge;
        }

        double equity = _cash + (_quantityY * y) + (_quantityX * x);
        double gained = equity - _equity;
        _equity = equity;
        _peak = Math.Max(_peak, equity);
        _drawdown = Math.Max(_drawdown, _peak - equity);
        _marks++;
        double difference = gained - _mean;
        _mean += difference / _marks;
        _squares += difference * (gained - _mean);
        return gained;
    }

    public readonly PairTotals Totals(int bars) => new(
        bars,
        _equity,
        _mean,
        bars > 1 ? Math.Sqrt(_squares / (bars - 1)) : 0,
        _drawdown,
        _trades,
        _wins,
        _held,
        _traded,
        _costs);

    private void Fill(double quantity, double price)
    {
        double value = quantity * price;
        double cost = (Math.Abs(value) * _fraction) + (Math.Abs(quantity) * _perShare);
        _cash -= value + cost;
        _traded += Math.Abs(value);
        _costs += cost;
    }
}
