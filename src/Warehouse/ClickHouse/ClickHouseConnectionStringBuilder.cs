using System.Data.Common;
using System.Globalization;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>
/// Connection strings with the keys of ClickHouse.Client, plus Socket for a Unix socket:
/// "Host=ch1;Port=8123;Database=bi;Username=u;Password=p" or "Socket=/srv/bi/data/engine.sock".
/// A setting named set_NAME goes with every query. A key that is not known is refused.
/// </summary>
public sealed class ClickHouseConnectionStringBuilder : DbConnectionStringBuilder
{
    private const string SettingPrefix = "set_";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        nameof(Host), nameof(Port), nameof(Protocol), nameof(Path), nameof(Socket), nameof(Database), nameof(Username),
        nameof(Password), nameof(Compression), nameof(Timeout), nameof(UseSession), nameof(SessionId),
        // Of ClickHouse.Client; accepted, without effect: zones and decimals are always exact here.
        "UseServerTimezone", "UseCustomDecimals",
    };

    public ClickHouseConnectionStringBuilder()
    {
    }

    public ClickHouseConnectionStringBuilder(string connectionString)
    {
        ConnectionString = connectionString;
        foreach (string key in Keys)
        {
            if (!Known.Contains(key) && !key.StartsWith(SettingPrefix, StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException($"Connection string key '{key}' is not known; known are {string.Join(", ", Known)}.", nameof(connectionString));
        }
    }

    public string Host { get => Text(nameof(Host), "localhost"); set => this[nameof(Host)] = value; }

    public int Port { get => Number(nameof(Port), Protocol == "https" ? 8443 : 8123); set => this[nameof(Port)] = value; }

    public string Protocol { get => Text(nameof(Protocol), "http"); set => this[nameof(Protocol)] = value; }

    /// <summary>Where the server stands behind a reverse proxy, such as "/clickhouse".</summary>
    public string Path { get => Text(nameof(Path), "/"); set => this[nameof(Path)] = value; }

    /// <summary>The Unix socket to use instead of host and port.</summary>
    public string Socket { get => Text(nameof(Socket), ""); set => this[nameof(Socket)] = value; }

    public string Database { get => Text(nameof(Database), ""); set => this[nameof(Database)] = value; }

    public string Username { get => Text(nameof(Username), ""); set => this[nameof(Username)] = value; }

    public string Password { get => Text(nameof(Password), ""); set => this[nameof(Password)] = value; }

    /// <summary>Whether answers come gzipped; by default over TCP, not over a socket, where it only costs time.</summary>
    public bool Compression { get => Flag(nameof(Compression), Socket.Length == 0); set => this[nameof(Compression)] = value; }

    public bool UseSession { get => Flag(nameof(UseSession), fallback: false); set => this[nameof(UseSession)] = value; }

    public string SessionId { get => Text(nameof(SessionId), ""); set => this[nameof(SessionId)] = value; }

    /// <summary>How long a query may run unless its command says otherwise; two minutes by default, zero for no limit.</summary>
    public TimeSpan Timeout
    {
        get => TimeSpan.FromSeconds(double.Parse(Text(nameof(Timeout), "120"), CultureInfo.InvariantCulture));
        set => this[nameof(Timeout)] = value.TotalSeconds;
    }

    internal Dictionary<string, string> Settings => Keys.Cast<string>()
        .Where(key => key.StartsWith(SettingPrefix, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(key => key[SettingPrefix.Length..], key => Text(key, ""));

    private string Text(string key, string fallback) =>
        TryGetValue(key, out var value) ? Convert.ToString(value, CultureInfo.InvariantCulture)! : fallback;

    private int Number(string key, int fallback) => TryGetValue(key, out var value) ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : fallback;

    private bool Flag(string key, bool fallback) => TryGetValue(key, out var value) ? Convert.ToBoolean(value, CultureInfo.InvariantCulture) : fallback;
}
