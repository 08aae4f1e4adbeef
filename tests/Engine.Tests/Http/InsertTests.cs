using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Http;

public sealed class InsertTests(TestEngine engine)
{
    [Theory]
    [InlineData("FORMAT CSV\n1,a\n2,b\n")]
    [InlineData("FORMAT JSONEachRow {\"n\":1,\"s\":\"a\"} {\"n\":2,\"s\":\"b\"}")]
    [InlineData("VALUES (1, 'a'), (2, 'b')")]
    [InlineData("(n, s) SETTINGS max_threads = 1 FORMAT TSV\n1\ta\n2\tb\n")]
    [InlineData("SELECT number + 1, ['a', 'b'][number + 1] FROM numbers(2)")]
    [InlineData("SELECT rowNumberInAllBlocks() + 1, s FROM input('s String') FORMAT CSV\na\nb\n")]
    [InlineData("WITH upper(s) AS u SELECT rowNumberInAllBlocks() + 1, lower(u) FROM input('s String') FORMAT LineAsString\na\nb\n")]
    public async Task Insert_InOneBody_StoresTheRows(string rest)
    {
        var table = await CreateAsync("n UInt32, s String");
        await engine.QueryAsync($"INSERT INTO {table} {rest}");
        (await engine.QueryAsync($"SELECT * FROM {table} ORDER BY n")).ShouldBe("1\ta\n2\tb\n");
    }

    private async Task<string> CreateAsync(string columns)
    {
        var table = $"t_{Guid.NewGuid():N}";
        await engine.QueryAsync($"CREATE TABLE {table} ({columns}) ENGINE = MergeTree ORDER BY tuple()");
        return table;
    }
}
