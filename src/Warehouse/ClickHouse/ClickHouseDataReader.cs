using System.Collections;
using System.Data;
using System.Data.Common;
using System.Globalization;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;
using PrivateDomainBI.Warehouse.ClickHouse.Http;
using PrivateDomainBI.Warehouse.ClickHouse.Types;

namespace PrivateDomainBI.Warehouse.ClickHouse;

/// <summary>
/// Rows as they stream in. A row stays in its bytes until a column is asked for; typed getters then decode it without
/// boxing. Memory is bounded by the largest row.
/// </summary>
public sealed class ClickHouseDataReader : DbDataReader
{
    private readonly QueryResponse _response;
    private readonly ClickHouseConnection? _closes;
    private string[] _names = [];
    private string[] _typeNames = [];
    private ColumnType[] _types = [];
    private int[] _offsets = [];
    private Dictionary<string, int>? _ordinals;
    private int _rowLength;
    private bool _isPeeked;
    private bool _isOnRow;
    private bool _hadRows;
    private bool _isClosed;

    private ClickHouseDataReader(QueryResponse response, ClickHouseConnection? closes) => (_response, _closes) = (response, closes);

    public override int FieldCount => _names.Length;

    public override bool HasRows => _hadRows;

    public override bool IsClosed => _isClosed;

    public override int Depth => 0;

    public override int RecordsAffected => (int)Math.Min(_response.Summary.WrittenRows, int.MaxValue);

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ClickHouseCommand.Completed(AdvanceAsync(async: false, CancellationToken.None));

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken) => await AdvanceAsync(async: true, cancellationToken);

    public override bool NextResult() => false;

    public override string GetName(int ordinal) => _names[ordinal];

    public override string GetDataTypeName(int ordinal) => _typeNames[ordinal];

    public override Type GetFieldType(int ordinal) => _types[ordinal].ClrType;

    public override int GetOrdinal(string name)
    {
        _ordinals ??= IndexNames();
        return _ordinals.TryGetValue(name, out var ordinal)
            ? ordinal
            : throw new KeyNotFoundException($"There is no column '{name}'; there are {string.Join(", ", _names)}.");
    }

    public override bool IsDBNull(int ordinal) => _types[ordinal].IsNull(Cell(ordinal));

    public override object GetValue(int ordinal)
    {
        var cell = Cell(ordinal);
        return _types[ordinal].ReadObject(ref cell) ?? DBNull.Value;
    }

    /// <summary>
    /// The value as <typeparamref name="T"/>: its own type, a number that holds it exactly, byte[] of a String,
    /// DateTimeOffset of an instant, <see cref="ClickHouseDecimal"/> of a Decimal, the number of an Enum.
    /// </summary>
    public override T GetFieldValue<T>(int ordinal)
    {
        var cell = Cell(ordinal);
        var type = _types[ordinal];
        if (type.IsNull(cell))
            return NullAs<T>(ordinal);
        if (type is ColumnType<T> same)
            return same.Read(ref cell);
        if (type.TryReadAs<T>(ref cell, out var converted))
            return converted;
        cell = Cell(ordinal);
        return type.ReadObject(ref cell) is T value
            ? value
            : throw new InvalidCastException($"Column '{_names[ordinal]}' of type {_typeNames[ordinal]} cannot be read as {typeof(T).Name}.");
    }

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);

    public override byte GetByte(int ordinal) => GetFieldValue<byte>(ordinal);

    public override short GetInt16(int ordinal) => GetFieldValue<short>(ordinal);

    public override int GetInt32(int ordinal) => GetFieldValue<int>(ordinal);

    public override long GetInt64(int ordinal) => GetFieldValue<long>(ordinal);

    public override float GetFloat(int ordinal) => GetFieldValue<float>(ordinal);

    public override double GetDouble(int ordinal) => GetFieldValue<double>(ordinal);

    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);

    public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);

    public override Guid GetGuid(int ordinal) => GetFieldValue<Guid>(ordinal);

    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);

    public override char GetChar(int ordinal) => GetString(ordinal) is [var only] ? only : throw new InvalidCastException("The text is not one character.");

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        Copy(GetFieldValue<byte[]>(ordinal), dataOffset, buffer, bufferOffset, length);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        Copy(GetString(ordinal).ToCharArray(), dataOffset, buffer, bufferOffset, length);

    /// <summary>What DataTable.Load needs to know of the columns.</summary>
    public override DataTable GetSchemaTable()
    {
        var schema = new DataTable("SchemaTable") { Locale = CultureInfo.InvariantCulture };
        schema.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        schema.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        schema.Columns.Add(SchemaTableColumn.ColumnSize, typeof(int));
        schema.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        schema.Columns.Add("DataTypeName", typeof(string));
        schema.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        for (var i = 0; i < FieldCount; i++)
            schema.Rows.Add(_names[i], i, _types[i].FixedSize ?? -1, GetFieldType(i), _typeNames[i], _typeNames[i].Contains("Nullable(", StringComparison.Ordinal));
        return schema;
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    public override void Close()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _isOnRow = false;
        _response.Dispose();
        _closes?.Close();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    internal static async ValueTask<ClickHouseDataReader> OpenAsync(QueryResponse response, ClickHouseConnection? closes, bool async, CancellationToken ct)
    {
        var reader = new ClickHouseDataReader(response, closes);
        try
        {
            await reader.ReadHeadAsync(async, ct);
            await reader.AdvanceAsync(async, ct);
            reader._isPeeked = true;
            return reader;
        }
        catch
        {
            reader.Close();
            throw;
        }
    }

    private async ValueTask ReadHeadAsync(bool async, CancellationToken ct)
    {
        if (_response.Format is { } format && format != QueryRequest.ResultFormat)
            throw new NotSupportedException($"The statement answers in FORMAT {format}; leave its FORMAT clause out to read rows.");
        ResultHead? head;
        while ((head = ResultHead.TryRead(_response.Buffer)) is null)
        {
            if (await _response.FillAsync(async, ct))
                continue;
            // Statements without a result, such as CREATE TABLE, answer nothing at all.
            if (_response.Buffer.Pending.IsEmpty)
                return;
            throw _response.Buffer.Broken(cause: null);
        }
        (_names, _typeNames) = head;
        _types = [.. _typeNames.Select(TypeCatalog.Get)];
        _offsets = new int[_names.Length];
    }

    private async ValueTask<bool> AdvanceAsync(bool async, CancellationToken ct)
    {
        if (_isPeeked)
        {
            _isPeeked = false;
            return _isOnRow;
        }
        if (_isClosed || FieldCount == 0)
            return false;
        _response.Buffer.Consume(_rowLength);
        _rowLength = 0;
        while (!TryLocateRow())
        {
            if (await _response.FillAsync(async, ct))
                continue;
            if (!_response.Buffer.Pending.IsEmpty)
                throw _response.Buffer.Broken(cause: null);
            return _isOnRow = false;
        }
        return _isOnRow = _hadRows = true;
    }

    private bool TryLocateRow()
    {
        var reader = new RowReader(_response.Buffer.Pending);
        try
        {
            for (var i = 0; i < _types.Length; i++)
            {
                _offsets[i] = reader.Position;
                if (!_types[i].TrySkip(ref reader))
                    return false;
            }
        }
        catch (InvalidDataException ex)
        {
            throw _response.Buffer.Broken(ex);
        }
        _rowLength = reader.Position;
        return true;
    }

    private RowReader Cell(int ordinal) => _isOnRow && !_isPeeked
        ? new RowReader(_response.Buffer.Pending[_offsets[ordinal].._rowLength])
        : throw new InvalidOperationException("There is no row; call Read first.");

    private T NullAs<T>(int ordinal)
    {
        if (typeof(T) == typeof(object))
            return (T)(object)DBNull.Value;
        return default(T) is null && typeof(T).IsValueType
            ? default!
            : throw new InvalidCastException($"Column '{_names[ordinal]}' is NULL.");
    }

    private Dictionary<string, int> IndexNames()
    {
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = _names.Length - 1; i >= 0; i--)
            ordinals[_names[i]] = i;
        return ordinals;
    }

    private static long Copy<T>(T[] source, long offset, T[]? target, int targetOffset, int length)
    {
        if (target is null)
            return source.Length;
        var count = (int)Math.Clamp(source.Length - offset, 0, length);
        Array.Copy(source, offset, target, targetOffset, count);
        return count;
    }
}
