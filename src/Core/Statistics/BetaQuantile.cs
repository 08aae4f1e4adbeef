using MathNet.Numerics;

namespace PrivateDomainBI.Core.Statistics;

/// <summary>
/// Quantiles of the Beta distribution. MathNet's own stop their continued fraction after 140 terms, too few for
/// parameters of many thousands, which pooled groups have; so the distribution function is evaluated here.
/// </summary>
public static class BetaQuantile
{
    private const double Accuracy = 1e-13;
    private const int MostSteps = 200;
    private const int MostTerms = 20_000;
    private const double Tiny = 1e-300;

    /// <summary>x with P(X ≤ x) = <paramref name="p"/> for X ~ Beta(a, b); a, b &gt; 0, 0 &lt; p &lt; 1.</summary>
    public static double Of(double a, double b, double p)
    {
        var (low, high) = (0.0, 1.0);
        var logBeta = SpecialFunctions.GammaLn(a) + SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b);
        var x = a / (a + b);
        // Newton's steps, halved into the bracket where they would leave it.
        for (var i = 0; i < MostSteps && high - low > Accuracy; i++)
        {
            var over = Below(x, a, b, logBeta) - p;
            if (over > 0)
                high = x;
            else
                low = x;
            var density = Math.Exp(((a - 1) * Math.Log(x)) + ((b - 1) * Math.Log(1 - x)) - logBeta);
            var next = x - (over / density);
            if (!(next > low && next < high))
                next = (low + high) / 2;
            if (Math.Abs(next - x) <= Accuracy * x)
                return next;
            x = next;
        }

        return x;
    }

    /// <summary>P(X ≤ x) for X ~ Beta(a, b).</summary>
    public static double Below(double x, double a, double b) =>
        x <= 0 ? 0 : x >= 1 ? 1 : Below(x, a, b, SpecialFunctions.GammaLn(a) + SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b));

    private static double Below(double x, double a, double b, double logBeta)
    {
        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - logBeta);
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    // Lentz's continued fraction of the incomplete beta function.
    private static double Fraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m <= MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            var before = value;
            foreach (var term in (ReadOnlySpan<double>)[even, odd])
            {
                d = 1 / NotZero(1 + (term * d));
                c = NotZero(1 + (term / c));
                value *= c * d;
            }

            if (Math.Abs(value - before) <= Accuracy * Math.Abs(value))
                break;
        }

        return value;
    }

    private static double NotZero(double number) => Math.Abs(number) < Tiny ? Tiny : number;
}
