namespace PrivateDomainBI.Core;

/// <summary>What of a person is shown to someone who need not know more.</summary>
public static class Masking
{
    /// <summary>张三丰 → 张**, Ann Lee → A***; an empty name stays empty.</summary>
    public static string Name(string name) =>
        name.Length == 0 ? "" : name[..(char.IsHighSurrogate(name[0]) ? 2 : 1)] + new string('*', Math.Clamp(name.Length - 1, 1, 3));

    /// <summary>13812340001 → 138****0001; anything too short to tell apart is hidden whole.</summary>
    public static string Phone(string phone)
    {
        var digits = new string([.. phone.Where(char.IsAsciiDigit)]);
        if (digits.Length > 11)
            digits = digits[^11..];
        return digits.Length == 0 ? "" : digits.Length < 8 ? "****" : $"{digits[..3]}****{digits[^4..]}";
    }
}
