using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse.Types;

namespace PrivateDomainBI.Warehouse.ClickHouse.Sql;

/// <summary>Values as the text of param_name, written by the type that the statement declares.</summary>
internal static class ParameterText
{
    public static Dictionary<string, string> For(string sql, ClickHouseParameterCollection parameters)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (parameters.Count == 0)
            return texts;
        foreach (var (name, type) in Placeholders.Find(sql))
        {
            if (parameters.Find(name) is { } parameter)
                texts[name] = Format(name, type, parameter.Value);
        }
        return texts;
    }

    public static string Format(string name, string type, object? value)
    {
        try
        {
            if (type == "Identifier")
                return value as string ?? throw new InvalidCastException("An Identifier is given as a string.");
            var text = new StringBuilder();
            TypeCatalog.Get(type).AppendObject(text, value, quoted: false);
            return text.ToString();
        }
        catch (Exception ex) when (ex is InvalidCastException or ArgumentException or OverflowException or FormatException or NotSupportedException)
        {
            throw new InvalidCastException($"Parameter {{{name}:{type}}}: {ex.Message}", ex);
        }
    }
}
