using FsCheck.Fluent;
using PrivateDomainBI.Testing;
using PrivateDomainBI.Warehouse.ClickHouse;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse.RoundTrip;

/// <summary>Every type there and back: by binary insert and select, and as a parameter's text.</summary>
public class RoundTripTests(TestEngine engine)
{
    private const int RowsPerType = 300;
    private const int ParametersPerType = 40;

    public static TheoryData<string> Types => [.. TypeCases.All.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Insert_ThenSelect_GivesTheSameValue(string type)
    {
        var values = ValuesOf(type, RowsPerType);
        var table = Connect.NewName("trip");
        await using var source = Connect.To(engine, "set_flatten_nested=0;set_allow_suspicious_low_cardinality_types=1");
        await source.ExecuteAsync($"CREATE TABLE {table} (i UInt32, v {type}) ENGINE = Memory");
        await using var connection = await source.OpenConnectionAsync(CancellationToken.None);

        await new ClickHouseBulkCopy(connection, table).WriteToServerAsync(values.Select((v, i) => new[] { i, v }), CancellationToken.None);
        await using var command = connection.CreateCommand($"SELECT v FROM {table} ORDER BY i");
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);

        foreach (var value in values)
        {
            (await reader.ReadAsync(CancellationToken.None)).ShouldBeTrue();
            ShouldBeSame(reader.GetValue(0), value);
        }
        (await reader.ReadAsync(CancellationToken.None)).ShouldBeFalse();
        await source.ExecuteAsync($"DROP TABLE {table}");
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Parameter_ThenSelect_GivesTheSameValue(string type)
    {
        await using var source = Connect.To(engine);
        foreach (var value in ValuesOf(type, ParametersPerType))
            ShouldBeSame(await source.ScalarAsync($"SELECT {{p:{type}}}", ("p", value)), value);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task InsertedValue_EqualsItsParameter_OnTheServer(string type)
    {
        // A codec wrong in the same way both ways would pass the tests above; the server compares binary with text here.
        if (type.Contains("Float", StringComparison.Ordinal) || type.StartsWith("Nested", StringComparison.Ordinal))
            return;
        var value = TypeCases.All[type].Edges[^1];
        var table = Connect.NewName("pair");
        await using var source = Connect.To(engine, "set_allow_suspicious_low_cardinality_types=1");
        await source.ExecuteAsync($"CREATE TABLE {table} (v {type}) ENGINE = Memory");
        await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
        await new ClickHouseBulkCopy(connection, table).WriteToServerAsync([[value]], CancellationToken.None);

        var equal = await source.ScalarAsync($"SELECT toString(v) = toString({{p:{type}}}) OR (v IS NULL AND {{p:{type}}} IS NULL) FROM {table}", ("p", value));

        equal.ShouldBe((byte)1);
        await source.ExecuteAsync($"DROP TABLE {table}");
    }

    private static object?[] ValuesOf(string type, int count)
    {
        var one = TypeCases.All[type];
        return [.. one.Edges, .. one.Random.Sample(count)];
    }

    private static void ShouldBeSame(object? actual, object? expected) =>
        Same.Are(actual, expected).ShouldBeTrue($"came back as {Same.Show(actual)}, was {Same.Show(expected)}");
}
