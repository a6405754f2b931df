namespace Superintel.Risk.Optimisation.Programs;

/// <summary>A block of inequalities: slacks, multipliers, their gaps and their next move.</summary>
internal sealed class Cone(int count)
{
    public double[] Slack { get; } = Filled(count);

    public double[] Multiplier { get; } = Filled(count);

    /// <summary>How far each inequality with its slack is from holding.</summary>
    public double[] Gap { get; } = new double[count];

    /// <summary>What slack times multiplier shall lose.</summary>
    public double[] Target { get; } = new double[count];

    public double[] SlackMove { get; } = new double[count];

    public double[] MultiplierMove { get; } = new double[count];

    public int Count => count;

    public double Weight(int k) => Multiplier[k] / Slack[k];

    public double Product
    {
        get
        {
            var sum = 0.0;
            for (var k = 0; k < count; k++) sum += Slack[k] * Multiplier[k];
            return sum;
        }
    }

    public double LargestProduct
    {
        get
        {
            var largest = 0.0;
            for (var k = 0; k < count; k++) largest = Math.Max(largest, Slack[k] * Multiplier[k]);
            return largest;
        }
    }

    public double LargestGap
    {
        get
        {
            var largest = 0.0;
            for (var k = 0; k < count; k++) largest = Math.Max(largest, Math.Abs(Gap[k]));
            return largest;
        }
    }

    /// <summary>Aims at complementarity; a corrector adds the predictor's own products and less of the centre.</summary>
    public void Aim(bool corrected, double centre)
    {
        for (var k = 0; k < count; k++)
            Target[k] = (Slack[k] * Multiplier[k]) + (corrected ? (SlackMove[k] * MultiplierMove[k]) - centre : 0);
    }

    public void FollowSlack()
    {
        for (var k = 0; k < count; k++) MultiplierMove[k] = -(Target[k] + (Multiplier[k] * SlackMove[k])) / Slack[k];
    }

    /// <summary>Longest step that keeps both above zero, at most 1.</summary>
    public double Reach()
    {
        var reach = 1.0;
        for (var k = 0; k < count; k++)
        {
            if (SlackMove[k] < 0) reach = Math.Min(reach, -Slack[k] / SlackMove[k]);
            if (MultiplierMove[k] < 0) reach = Math.Min(reach, -Multiplier[k] / MultiplierMove[k]);
        }
        return reach;
    }

    public double ProductAfter(double step)
    {
        var sum = 0.0;
        for (var k = 0; k < count; k++) sum += (Slack[k] + (step * SlackMove[k])) * (Multiplier[k] + (step * MultiplierMove[k]));
        return sum;
    }

    public void Move(double step)
    {
        for (var k = 0; k < count; k++)
        {
            Slack[k] += step * SlackMove[k];
            Multiplier[k] += step * MultiplierMove[k];
        }
    }

    private static double[] Filled(int count)
    {
        var values = new double[count];
        Array.Fill(values, 1);
        return values;
    }
}
