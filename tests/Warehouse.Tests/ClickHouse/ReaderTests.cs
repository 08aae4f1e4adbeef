using System.Data;
using System.Numerics;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

public sealed class ReaderTests(TestEngine engine) : IDisposable
{
    private readonly ClickHouseDataSource _source = Connect.To(engine);

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task Read_TypedGetters_AllocateNothing()
    {
        await using var reader = await ReadAsync("SELECT number, number::Int32, number::Float64, toDecimal64(number, 2), toDate('2026-01-01'), toDateTime64('2026-01-01', 3, 'UTC') FROM numbers(20000)");
        reader.Read().ShouldBeTrue();
        TakeRow(reader);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            TakeRow(reader);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);

        static void TakeRow(ClickHouseDataReader reader)
        {
            _ = reader.GetFieldValue<ulong>(0) + (ulong)reader.GetInt64(1) + (ulong)reader.GetDouble(2) + (ulong)reader.GetDecimal(3);
            _ = reader.GetFieldValue<DateOnly>(4);
            _ = reader.GetDateTime(5);
            _ = reader.GetFieldValue<DateTimeOffset>(5);
        }
    }

    [Fact]
    public async Task Read_OneRowLargerThanAnyBuffer_IsWhole()
    {
        await using var reader = await ReadAsync("SELECT range(3000000), repeat(repeat('x', 1000), 20000)");

        reader.Read().ShouldBeTrue();
        reader.GetFieldValue<uint[]>(0).Length.ShouldBe(3_000_000);
        reader.GetString(1).Length.ShouldBe(20_000_000);
        reader.Read().ShouldBeFalse();
    }

    [Fact]
    public async Task Read_QueryThatFailsHalfWay_GivesWholeRowsThenTheError()
    {
        // One-byte rows: any byte of the error's text would pass for a row.
        await using var reader = await ReadAsync("SELECT toUInt8(7 + throwIf(number = 2000000, 'half-way')) FROM numbers(10000000) SETTINGS max_block_size = 10000");
        var rows = 0;

        var error = await Should.ThrowAsync<ClickHouseException>(async () =>
        {
            while (await reader.ReadAsync(CancellationToken.None))
            {
                rows++;
                if (reader.GetByte(0) != 7)
                    throw new InvalidOperationException($"Row {rows} holds {reader.GetByte(0)}.");
            }
        });

        error.Code.ShouldBe(395);
        error.Message.ShouldContain("half-way");
        rows.ShouldBeInRange(1, 2_000_000);
    }

    [Fact]
    public async Task Read_NoRows_StillKnowsTheColumns()
    {
        await using var reader = await ReadAsync("SELECT 1::Nullable(Int32) AS a, 'x' AS `b c` WHERE 0");

        reader.HasRows.ShouldBeFalse();
        reader.Read().ShouldBeFalse();
        Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.GetDataTypeName(i), reader.GetFieldType(i)))
            .ShouldBe([("a", "Nullable(Int32)", typeof(int)), ("b c", "String", typeof(string))]);
        reader.GetOrdinal("b c").ShouldBe(1);
        Should.Throw<KeyNotFoundException>(() => reader.GetOrdinal("nope"));
    }

    [Fact]
    public async Task GetFieldValue_OtherTypes_WhereNothingIsLost()
    {
        await using var reader = await ReadAsync("""
            SELECT 5::UInt8, -5::Int64, 2.5::Float64, '12345678901234567890123456789012345678.01'::Decimal(76, 2), 'b'::Enum8('a' = 1, 'b' = 2),
              unhex('00FF'), toDateTime64('2026-11-01 01:30:00', 3, 'America/New_York') + INTERVAL 1 HOUR, toDate('2026-02-01'), 2::Int128, NULL::Nullable(Int32), true
            """);
        reader.Read().ShouldBeTrue();

        (reader.GetInt32(0), reader.GetInt64(0), reader.GetDecimal(0)).ShouldBe((5, 5L, 5m));
        reader.GetInt16(1).ShouldBe((short)-5);
        Should.Throw<OverflowException>(() => reader.GetByte(1));
        Should.Throw<InvalidCastException>(() => reader.GetInt32(2));
        Should.Throw<OverflowException>(() => reader.GetDecimal(3)).Message.ShouldContain("ClickHouseDecimal");
        reader.GetFieldValue<ClickHouseDecimal>(3).ToString().ShouldBe("12345678901234567890123456789012345678.01");
        (reader.GetString(4), reader.GetInt32(4)).ShouldBe(("b", 2));
        reader.GetFieldValue<byte[]>(5).ShouldBe([0x00, 0xFF]);
        reader.GetFieldValue<DateTimeOffset>(6).ShouldBe(new DateTimeOffset(2026, 11, 1, 1, 30, 0, TimeSpan.FromHours(-5)));
        reader.GetFieldValue<DateTimeOffset>(6).Offset.ShouldBe(TimeSpan.FromHours(-5));
        reader.GetDateTime(7).ShouldBe(new DateTime(2026, 2, 1));
        (reader.GetFieldValue<BigInteger>(8), reader.GetFieldValue<Int128>(8)).ShouldBe((2, (Int128)2));
        (reader.IsDBNull(9), reader.GetValue(9), reader.GetFieldValue<int?>(9)).ShouldBe((true, DBNull.Value, null));
        Should.Throw<InvalidCastException>(() => reader.GetInt32(9)).Message.ShouldContain("NULL");
        reader.GetBoolean(10).ShouldBeTrue();
    }

    [Fact]
    public async Task Read_EmptyLiterals_HaveTheTypeNothing()
    {
        await using var reader = await ReadAsync("SELECT NULL, [], map(), tuple(), [NULL], tuple(NULL)");
        reader.Read().ShouldBeTrue();

        reader.IsDBNull(0).ShouldBeTrue();
        reader.GetFieldValue<object[]>(1).ShouldBeEmpty();
        ((System.Collections.IDictionary)reader.GetValue(2)).Count.ShouldBe(0);
        ((ClickHouseTuple)reader.GetValue(3)).Length.ShouldBe(0);
        reader.GetFieldValue<object?[]>(4).ShouldBe([null]);
    }

    [Fact]
    public async Task Read_TypeWithoutReader_IsNamed() =>
        (await Should.ThrowAsync<NotSupportedException>(() => ReadAsync("SELECT sumState(1)"))).Message.ShouldContain("AggregateFunction");

    [Fact]
    public async Task Read_NamedTuple_ByName()
    {
        await using var reader = await ReadAsync("SELECT tuple(1, 'x')::Tuple(id Int32, `full name` String)");
        reader.Read().ShouldBeTrue();
        var tuple = reader.GetFieldValue<ClickHouseTuple>(0);

        (tuple["id"], tuple["full name"], tuple[1]).ShouldBe((1, "x", "x"));
    }

    [Fact]
    public async Task Load_IntoADataTable_Works()
    {
        await using var reader = await ReadAsync("SELECT number AS n, toString(number) AS s FROM numbers(3)");
        using var table = new DataTable();

        table.Load(reader);

        table.Rows.Cast<DataRow>().Select(r => (r["n"], r["s"])).ShouldBe([(0UL, "0"), (1UL, "1"), (2UL, "2")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Compression=true")]
    public async Task Read_Compressed_GivesTheSame(string more)
    {
        await using var source = Connect.To(engine, more);

        (await source.ScalarAsync("SELECT repeat('abc', 100000)")).ShouldBe(string.Concat(Enumerable.Repeat("abc", 100_000)));
    }

    private async Task<ClickHouseDataReader> ReadAsync(string sql)
    {
        var connection = _source.OpenConnection();
        await using var command = connection.CreateCommand(sql);
        return (ClickHouseDataReader)await ((System.Data.Common.DbCommand)command).ExecuteReaderAsync(CommandBehavior.CloseConnection, CancellationToken.None);
    }
}
