using Dapper;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

public class DapperTests(TestEngine engine)
{
    private sealed record Customer(long Id, string Name, DateOnly Joined, decimal Spent, DateTime SeenAt, string[] Tags, int? Score);

    private sealed class Member
    {
        public Tier Tier { get; init; }
    }

    private enum Tier
    {
        Bronze = 1,
        Gold = 3,
    }

    [Fact]
    public async Task Query_PositionalRecord_WithADictionaryOfParameters()
    {
        await using var source = Connect.To(engine);
        await using var connection = source.OpenConnection();

        var rows = (await connection.QueryAsync<Customer>(
            """
            SELECT number::Int64 AS Id, concat({prefix:String}, toString(number)) AS Name, {joined:Date} + number AS Joined, toDecimal64(number, 2) + {spent:Decimal(18, 2)} AS Spent,
              {seen:DateTime64(3, 'UTC')} AS SeenAt, {tags:Array(String)} AS Tags, if(number = 3, NULL, {score:Nullable(Int32)}) AS Score
            FROM numbers(10) WHERE has({ids:Array(Int64)}, number) ORDER BY Id
            """,
            new Dictionary<string, object?>
            {
                ["prefix"] = "it's ",
                ["joined"] = new DateOnly(2026, 2, 27),
                ["spent"] = 0.50m,
                ["seen"] = new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.FromHours(8)),
                ["tags"] = new[] { "a", "b'" },
                ["ids"] = new List<long> { 1, 3 },
                ["score"] = 7,
                ["unused"] = new object(),
            })).ToList();

        rows.Select(r => r with { Tags = [] }).ShouldBe([
            new(1, "it's 1", new(2026, 2, 28), 1.50m, new(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc), [], 7),
            new(3, "it's 3", new(2026, 3, 2), 3.50m, new(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc), [], null)], ignoreOrder: false);
        rows[0].Tags.ShouldBe(["a", "b'"]);
    }

    [Fact]
    public async Task Query_NullAndMapAndEnum_PassThrough()
    {
        await using var source = Connect.To(engine);
        await using var connection = source.CreateConnection();

        var parameters = new Dictionary<string, object?> { ["none"] = null, ["map"] = new Dictionary<string, int> { ["a"] = 1 } };
        (await connection.ExecuteScalarAsync<bool>("SELECT {none:Nullable(String)} IS NULL AND {map:Map(String, Int32)}['a'] = 1", parameters)).ShouldBeTrue();
        (await connection.QuerySingleAsync<Member>("SELECT 'Gold'::Enum8('Bronze' = 1, 'Gold' = 3) AS Tier")).Tier.ShouldBe(Tier.Gold);
    }

    [Fact]
    public async Task Query_Unbuffered_StreamsAndClosesTheConnection()
    {
        await using var source = Connect.To(engine);
        await using var connection = source.CreateConnection();
        var sum = 0UL;

        await foreach (var number in connection.QueryUnbufferedAsync<ulong>("SELECT number FROM numbers(100000)"))
            sum += number;

        sum.ShouldBe(4_999_950_000UL);
        connection.State.ShouldBe(System.Data.ConnectionState.Closed);
    }

    [Fact]
    public async Task Execute_Statement_ReturnsRowsWritten()
    {
        await using var source = Connect.To(engine);
        await using var connection = source.CreateConnection();
        var table = Connect.NewName("dapper");
        await connection.ExecuteAsync($"CREATE TABLE {table} (n UInt64) ENGINE = Memory");

        (await connection.ExecuteAsync($"INSERT INTO {table} SELECT number FROM numbers({{count:UInt32}})", new Dictionary<string, object?> { ["count"] = 5 })).ShouldBe(5);

        await connection.ExecuteAsync($"DROP TABLE {table}");
    }
}
