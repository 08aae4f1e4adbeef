using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>
/// A connection in ADO.NET's sense: HTTP keeps none, so opening asks the server nothing and several commands may run
/// at once. Dapper hands arrays through whole because of this type's name.
/// </summary>
public sealed class ClickHouseConnection : DbConnection
{
    private ClickHouseDataSource _source;
    private ConnectionState _state = ConnectionState.Closed;
    private bool _ownsSource;
    private string _database;

    /// <summary>A connection with a pool of its own; prefer <see cref="ClickHouseDataSource.OpenConnectionAsync"/>.</summary>
    public ClickHouseConnection(string connectionString)
        : this(new ClickHouseDataSource(connectionString)) => _ownsSource = true;

    internal ClickHouseConnection(ClickHouseDataSource source)
    {
        _source = source;
        _database = source.Options.Database;
        SessionId = CreateSessionId(source.Options);
    }

    [AllowNull]
    public override string ConnectionString
    {
        get => _source.ConnectionString;
        set
        {
            if (_state != ConnectionState.Closed)
                throw new InvalidOperationException("The connection is open.");
            if (_ownsSource)
                _source.Dispose();
            _source = new ClickHouseDataSource(value ?? "");
            _ownsSource = true;
            _database = _source.Options.Database;
            SessionId = CreateSessionId(_source.Options);
        }
    }

    public override string Database => _database;

    public override string DataSource => _source.Options.Socket.Length > 0 ? _source.Options.Socket : _source.Options.Host;

    public override int ConnectionTimeout => (int)_source.Options.Timeout.TotalSeconds;

    public override ConnectionState State => _state;

    public override string ServerVersion
    {
        get
        {
            using var command = CreateCommand("SELECT version()");
            return (string)command.ExecuteScalar()!;
        }
    }

    internal ClickHouseDataSource Source => _source;

    internal string SessionId { get; private set; }

    public override void ChangeDatabase(string databaseName) => _database = databaseName;

    public override void Open() => SetState(ConnectionState.Open);

    public override Task OpenAsync(CancellationToken cancellationToken)
    {
        Open();
        return Task.CompletedTask;
    }

    public override void Close() => SetState(ConnectionState.Closed);

    public new ClickHouseCommand CreateCommand() => new() { Connection = this };

    public ClickHouseCommand CreateCommand(string sql) => new() { Connection = this, CommandText = sql };

    protected override DbCommand CreateDbCommand() => CreateCommand();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("ClickHouse has no transactions.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
            if (_ownsSource)
                _source.Dispose();
        }
        base.Dispose(disposing);
    }

    private static string CreateSessionId(ClickHouseConnectionStringBuilder options) =>
        options.SessionId.Length > 0 ? options.SessionId : options.UseSession ? Guid.NewGuid().ToString() : "";

    private void SetState(ConnectionState state)
    {
        var before = _state;
        _state = state;
        if (before != state)
            OnStateChange(new StateChangeEventArgs(before, state));
    }
}
