using System.IO.Compression;
using System.Text;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

public sealed class InsertTests(TestEngine engine) : IAsyncLifetime
{
    private readonly ClickHouseDataSource _source = Connect.To(engine);
    private readonly string _table = Connect.NewName("target");

    public async ValueTask InitializeAsync() =>
        await _source.ExecuteAsync($"CREATE TABLE {_table} (a Int32, b String DEFAULT 'none', c String MATERIALIZED upper(b)) ENGINE = MergeTree ORDER BY a");

    public async ValueTask DisposeAsync()
    {
        await _source.ExecuteAsync($"DROP TABLE {_table}");
        await _source.DisposeAsync();
    }

    [Fact]
    public async Task InsertAsync_AnyFormat_StreamsWithProgress()
    {
        var bytes = Lines(200_000, i => $"{i},line {i}");
        var heard = new Heard();

        await InsertAsync($"INSERT INTO {_table} (a, b) FORMAT CSV", new MemoryStream(bytes), progress: heard);

        (await _source.ScalarAsync($"SELECT (count(), sum(a), max(c)) FROM {_table}")).ShouldBe(new ClickHouseTuple([200_000UL, 19_999_900_000L, "LINE 99999"], [null, null, null]));
        heard.Last.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task InsertAsync_GzippedSelectFromInput_WithParameters()
    {
        using var gzipped = new MemoryStream();
        await using (var gzip = new GZipStream(gzipped, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(Lines(1000, i => $"{{\"n\":{i}}}"));
        gzipped.Position = 0;

        await InsertAsync(
            $"INSERT INTO {_table} (a, b) SELECT n + {{add:Int32}}, {{text:String}} FROM input('n Int32') WHERE n < 10 FORMAT JSONEachRow",
            gzipped, encoding: "gzip", parameters: [("add", 5), ("text", "it's\t&=")]);

        (await _source.ScalarAsync($"SELECT (count(), min(a), any(b)) FROM {_table}")).ShouldBe(new ClickHouseTuple([10UL, 5, "it's\t&="], [null, null, null]));
    }

    [Fact]
    public async Task InsertAsync_BrokenRow_SaysWhichAndStoresNothingOfItsBlock()
    {
        var bytes = Lines(1000, i => i == 500 ? "no number,x" : $"{i},x");

        var error = await Should.ThrowAsync<ClickHouseException>(() => InsertAsync($"INSERT INTO {_table} FORMAT CSV", new MemoryStream(bytes)));

        error.Code.ShouldBe(27);
        error.Message.ShouldContain("row 501");
        (await CountAsync()).ShouldBe(0UL);
    }

    [Fact]
    public async Task InsertAsync_BrokenRowAtTheStartOfALongStream_SaysWhich()
    {
        var bytes = Lines(3_000_000, i => i == 5 ? "no number,x" : $"{i},a longer text to fill the pipe");

        (await Should.ThrowAsync<ClickHouseException>(() => InsertAsync($"INSERT INTO {_table} FORMAT CSV", new MemoryStream(bytes)))).Code.ShouldBe(27);
    }

    [Fact]
    public async Task InsertAsync_UnknownTable_IsToldBeforeTheStreamIsRead() =>
        (await Should.ThrowAsync<ClickHouseException>(() => InsertAsync("INSERT INTO there_is_none FORMAT CSV", new MemoryStream(new byte[50_000_000])))).Code.ShouldBe(60);

    [Fact]
    public async Task InsertAsync_SourceThatFails_StoresNothingAndTellsWhy()
    {
        var error = await Should.ThrowAsync<IOException>(() => InsertAsync($"INSERT INTO {_table} FORMAT CSV", new FailingStream(Lines(50_000, i => $"{i},x"))));

        error.Message.ShouldContain("the disk is gone");
        (await CountAsync()).ShouldBe(0UL);
    }

    [Fact]
    public async Task BulkCopy_SomeColumns_OthersGetTheirDefaults()
    {
        await using var connection = _source.OpenConnection();

        var stored = await new ClickHouseBulkCopy(connection, _table) { ColumnNames = ["a"] }.WriteToServerAsync([[1], [2L]], CancellationToken.None);

        stored.ShouldBe(2);
        (await _source.ScalarAsync($"SELECT groupArray((a, b, c)) FROM (SELECT * , c FROM {_table} ORDER BY a)"))
            .ShouldBe(new[] { new ClickHouseTuple([1, "none", "NONE"], [null, null, null]), new ClickHouseTuple([2, "none", "NONE"], [null, null, null]) });
    }

    [Fact]
    public async Task BulkCopy_ManyRows_AllArrive()
    {
        await using var connection = _source.OpenConnection();

        (await new ClickHouseBulkCopy(connection, _table).WriteToServerAsync(Enumerable.Range(0, 500_000).Select(i => new object?[] { i, $"row {i}" }), CancellationToken.None)).ShouldBe(500_000);

        (await _source.ScalarAsync($"SELECT sum(a) FROM {_table} WHERE b = concat('row ', toString(a))")).ShouldBe(124_999_750_000L);
    }

    [Theory]
    [InlineData("not a number", "String")]
    [InlineData(null, "NULL")]
    [InlineData(3_000_000_000L, "does not fit")]
    public async Task BulkCopy_WrongValue_NamesRowAndColumnAndStoresNothing(object? wrong, string says)
    {
        await using var connection = _source.OpenConnection();
        var rows = Enumerable.Range(0, 50_000).Select(i => new object?[] { i == 40_000 ? wrong : i, "x" });

        var error = await Should.ThrowAsync<InvalidCastException>(() => new ClickHouseBulkCopy(connection, _table).WriteToServerAsync(rows, CancellationToken.None));

        error.Message.ShouldStartWith("Row 40001, column 'a':");
        error.Message.ShouldContain(says);
        (await CountAsync()).ShouldBe(0UL);
    }

    [Fact]
    public async Task BulkCopy_UnknownColumn_IsNamed()
    {
        await using var connection = _source.OpenConnection();

        (await Should.ThrowAsync<KeyNotFoundException>(() => new ClickHouseBulkCopy(connection, _table) { ColumnNames = ["c"] }.WriteToServerAsync([["x"]], CancellationToken.None)))
            .Message.ShouldContain("'c'");
    }

    private async Task InsertAsync(string sql, Stream data, string? encoding = null, IProgress<long>? progress = null, params (string Name, object? Value)[] parameters)
    {
        await using var connection = _source.OpenConnection();
        await using var command = connection.CreateCommand(sql);
        foreach (var (name, value) in parameters)
            command.Parameters.Add(name, value);
        await command.InsertAsync(data, encoding, progress, CancellationToken.None);
    }

    private async Task<object?> CountAsync() => await _source.ScalarAsync($"SELECT count() FROM {_table}");

    private static byte[] Lines(int count, Func<int, string> line) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n")));

    private sealed class Heard : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value > Last ? value : throw new InvalidOperationException("Progress went back.");
    }

    private sealed class FailingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            return count > 0 ? count : throw new IOException("the disk is gone");
        }
    }
}
