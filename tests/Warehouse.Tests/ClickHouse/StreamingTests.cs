using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

/// <summary>Runs when no other test does: it measures the memory of the whole process.</summary>
[Collection("Alone")]
public class StreamingTests(TestEngine engine)
{
    [Fact]
    public async Task Read_MillionsOfRows_EachInOrderAndInBoundedMemory()
    {
        const int Rows = 3_000_000;
        await using var source = Connect.To(engine);
        await using var connection = source.OpenConnection();
        await using var command = connection.CreateCommand($"SELECT number, toString(number), [number, number + 1] FROM numbers({Rows})");
        await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var highest = 0L;
        for (var i = 0UL; i < Rows; i++)
        {
            (await reader.ReadAsync(CancellationToken.None)).ShouldBeTrue();
            if (reader.GetFieldValue<ulong>(0) != i)
                throw new InvalidOperationException($"Row {i} holds {reader.GetValue(0)}.");
            if (i % 500_000 == 0)
            {
                reader.GetString(1).ShouldBe($"{i}");
                reader.GetFieldValue<ulong[]>(2).ShouldBe([i, i + 1]);
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }
        (await reader.ReadAsync(CancellationToken.None)).ShouldBeFalse();
        highest.ShouldBeLessThan(4 * 1024 * 1024);
    }
}

[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;
