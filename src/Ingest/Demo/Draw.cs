namespace PrivateDomainBI.Ingest.Demo;

/// The parts of a life that draw from streams of their own: more of one never shifts another.
internal enum Aspect { Organisation = 1, Person, Following, Shopping, Talking, Profile, Export, Groups, Campaigns, Books, Aftercare }

// xoshiro256** seeded through SplitMix64: the same numbers on every machine and every runtime,
// which System.Random does not promise. Only exact arithmetic and comparisons, no Math.Log and its kin.
internal sealed class Draw
{
    private ulong _a, _b, _c, _d;

    public Draw(long seed, Aspect aspect, long number)
    {
        var state = unchecked((ulong)seed * 0xD1342543DE82EF95UL + (ulong)aspect * 0x9E3779B97F4A7C15UL);
        state = Scramble(state) ^ unchecked((ulong)number * 0xBF58476D1CE4E5B9UL);
        (_a, _b, _c, _d) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    /// Both ends included.
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// Both ends included, small values likelier.
    public int SkewedBetween(int low, int high) => Math.Min(Between(low, high), Between(low, high));

    /// Around one half, seldom near 0 or 1: a trait of a person.
    public double Trait() => (Unit() + Unit() + Unit()) / 3;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var left = Unit() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            left -= weights[i];
            if (left < 0)
                return i;
        }
        return weights.Length - 1;
    }

    private ulong Next()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    private static ulong SplitMix(ref ulong state)
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        return Scramble(state);
    }

    private static ulong Scramble(ulong value)
    {
        value = unchecked((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL);
        value = unchecked((value ^ (value >> 27)) * 0x94D049BB133111EBUL);
        return value ^ (value >> 31);
    }
}
