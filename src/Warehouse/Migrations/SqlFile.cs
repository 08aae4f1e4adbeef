using System.Security.Cryptography;
using System.Text;

namespace PrivateDomainBI.Warehouse.Migrations;

/// <summary>A file of the sql folder. <paramref name="Name"/> is its path within that folder, with forward slashes.</summary>
public sealed record SqlFile(string Name, string Text)
{
    /// <summary>The file's statements; a statement ends with a semicolon at the end of a line.</summary>
    public IReadOnlyList<SqlStatement> Statements => SqlScript.Split(Text);

    /// <summary>SHA-256 of the text, whatever its line ends are.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(Text.Replace("\r\n", "\n", StringComparison.Ordinal))));
}
