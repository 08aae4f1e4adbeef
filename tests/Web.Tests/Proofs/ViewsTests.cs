using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Web.Tests.Proofs;

// Every verb prepares the warehouse, often beside a server at work; a view that is replaced is away for a moment.
public sealed class ViewsTests(TestEngine engine)
{
    [Fact]
    public async Task Prepare_WhatIsPrepared_LeavesEveryViewInItsPlace()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        var before = await ViewsAsync(warehouse);
        before.Split('\n').Length.ShouldBeGreaterThan(30);

        await warehouse.PrepareAsync();

        (await ViewsAsync(warehouse)).ShouldBe(before);
    }

    [Fact]
    public async Task Prepare_ViewsOfAnotherVersion_ReplacesThem()
    {
        await using var warehouse = await ProofWarehouse.StartAsync(engine);
        var columns = await warehouse.RunAsync("DESCRIBE TABLE spend");
        await warehouse.RunAsync("CREATE OR REPLACE VIEW spend AS SELECT 1 AS of_old");
        await warehouse.RunAsync("ALTER TABLE employee_spans MODIFY COMMENT 'of another version'");

        await warehouse.PrepareAsync();

        (await warehouse.RunAsync("DESCRIBE TABLE spend")).ShouldBe(columns);
    }

    private static Task<string> ViewsAsync(ProofWarehouse warehouse) =>
        warehouse.RunAsync("SELECT name, uuid FROM system.tables WHERE database = currentDatabase() AND engine = 'View' ORDER BY name");
}
