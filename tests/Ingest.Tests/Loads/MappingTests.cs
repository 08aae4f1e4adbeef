using PrivateDomainBI.Ingest.Files;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Ingest.Mappings;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Ingest.Tests.Loads;

public class MappingTests(TestEngine engine)
{
    private const string Mapping = """
        dataset: orders
        source: shop
        time_zone: Europe/Berlin
        delimiter: ";"
        where: "`Art` != 'Storno' AND _line != 5"
        columns:
          order_id: concat(Nr, '/', toString(_line))
          customer: "`Kunde Nr`"
          paid_at: { column: Datum, time_format: "dd.MM.yyyy HH:mm" }
          amount: { column: Betrag, number_format: "1.234,50" }
          channel: { column: Art, values: { Laden: store, Netz: web }, otherwise: other }
          domain: { constant: offline }
        """;

    [Fact]
    public async Task Load_ExportOfAnotherSystem_IsReadAsTheMappingSays()
    {
        await using var company = await Company.StartAsync(engine);
        var result = await company.LoadAsync("orders", """
            Nr;Kunde Nr;Datum;Betrag;Art;Rest
            1;7;01.07.2026 01:30;1.234,5;Laden;r
            2;7;02.07.2026 10:00;1;Storno;
            3;7;31.02.2026 10:00;2,50;Netz;
            4;7;03.07.2026 10:00;2,50;Netz;
            5;8;03.07.2026 10:00;2,50;Telefon;
            """, mapping: Mapping);
        (result.Read, result.Loaded, result.Quarantined, result.Dropped).ShouldBe((5UL, 2UL, 1UL, 2UL));
        (await company.RowsAsync("SELECT order_id, customer, paid_at, amount, channel, domain FROM orders ORDER BY order_id")).ShouldBe(
        [
            "1/2|shop:7|2026-06-30 23:30:00.000|1234.5|store|offline",
            "5/6|shop:8|2026-07-03 08:00:00.000|2.5|other|offline",
        ]);
        (await company.QuarantineAsync()).ShouldBe(["4|paid_at|31.02.2026 10:00|not_a_time"]);
        result.Notices.ShouldBe(["columns kept but not used: Rest"]);
    }

    [Fact]
    public async Task Load_JsonThroughAMapping_FindsFieldsByName()
    {
        await using var company = await Company.StartAsync(engine);
        var result = await company.LoadAsync("orders",
            "{\"id\":1,\"who\":\"x\",\"at\":\"2026-01-01\",\"cents\":1999}\n{\"id\":2,\"who\":\"x\",\"at\":\"2026-01-01\",\"cents\":0}\n", "f.jsonl",
            mapping: "where: cents != '0'\ncolumns: { order_id: id, customer: who, paid_at: at, amount: \"toDecimal64OrNull(cents, 2) / 100\" }");
        (result.Read, result.Loaded, result.Dropped).ShouldBe((2UL, 1UL, 1UL));
        (await company.RowsAsync("SELECT order_id, amount FROM orders")).ShouldBe(["1|19.99"]);
        result.Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_WrongMapping_ListsEveryProblemWithItsLine()
    {
        await using var company = await Company.StartAsync(engine);
        var path = await company.WriteAsync("wrong.yaml", """
            dataset: order
            sauce: x
            time_zone: Europe/Londn
            delimiter: abc
            where: startWith(a, 'C')
            columns:
              order_id: file('/etc/passwd')
              amount: { column: a, constant: b }
              paid_at: { colum: a }
              customer: { column: a, number_format: "12" }
            """);
        // Of the names that were perhaps meant the nearest one is what matters.
        MappingFile.Check(path).Select(problem => problem.ToString()[(path.Length + 1)..].Split(", ")[0]).ShouldBe(
        [
            "2: unknown key 'sauce'; did you mean source",
            "3: there is no time zone 'Europe/Londn'; write it like Asia/Shanghai",
            "4: a delimiter is one sign such as ';' or \"\\t\"",
            "5: unknown function 'startWith'; did you mean startsWith",
            "1: unknown dataset 'order'; did you mean orders",
            "7: unknown function 'file'; did you mean like",
            "8: exactly one of column",
            "9: unknown key 'colum'; did you mean column",
            "9: exactly one of column",
            "10: write one of 1234.50",
        ], Case.Sensitive);
    }

    [Fact]
    public async Task Load_ColumnsThatAreNotThere_AreAllNamed()
    {
        await using var company = await Company.StartAsync(engine);
        var refused = await Should.ThrowAsync<LoadRefusedException>(() => company.LoadAsync("orders", "ordr_id,customer,paid\n", mapping: "columns:\n  amount: betrag\n"));
        refused.Message.ShouldContain("m.yaml:2: unknown column of the file 'betrag'");
        refused.Message.ShouldContain("f.csv:1: orders needs the column 'order_id', which the file does not have; the nearest one it has is 'ordr_id'");
        refused.Message.ShouldContain("'paid_at', which the file does not have; the nearest one it has is 'paid'");
        (await company.RowsAsync("SELECT count() FROM batches")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Load_ExpressionOfWrongTypes_IsRefusedInTheEnginesWords()
    {
        await using var company = await Company.StartAsync(engine);
        var refused = await Should.ThrowAsync<LoadRefusedException>(() => company.LoadAsync("orders", "order_id,customer,paid_at,a\no,c,2026-01-01,1\n", mapping: "columns: { amount: a * a }"));
        refused.Message.ShouldContain("an expression cannot be computed");
        (await company.RowsAsync("SELECT state FROM batches FINAL")).ShouldBe(["failed"]);
    }

    [Theory]
    [InlineData("nothing.csv", "there is no such file")]
    [InlineData("no-*.csv", "no file is named like that")]
    [InlineData("", "this is a directory")]
    [InlineData("sheet.csv", "spreadsheet or zip")]
    [InlineData("utf16.csv", "UTF-16")]
    [InlineData("half.csv.gz", "damaged")]
    [InlineData("plain.csv.gz", "not compressed")]
    [InlineData("notes.docx", "a data file is named")]
    [InlineData("binary.csv", "not UTF-8 text")]
    [InlineData("fake.parquet", "not a Parquet file")]
    public async Task Load_WrongFile_IsRefusedWithAReason(string name, string reason)
    {
        await using var company = await Company.StartAsync(engine);
        var path = Path.Combine(company.Folder, name);
        var bytes = name switch
        {
            "sheet.csv" => "PK\u0003\u0004"u8.ToArray(),
            "utf16.csv" => new byte[] { 0xFF, 0xFE, 0x61, 0 },
            "half.csv.gz" => HalfOfAGzip(),
            "plain.csv.gz" or "notes.docx" or "fake.parquet" => "a,b\n"u8.ToArray(),
            "binary.csv" => "order_id,customer,paid_at,amount\n\u0001\0\u0002\n"u8.ToArray(),
            _ => null,
        };
        if (bytes is not null)
            await File.WriteAllBytesAsync(path, bytes);
        (await Should.ThrowAsync<LoadRefusedException>(() => company.LoadAsync(new LoadRequest("orders", [path])))).Message.ShouldContain(reason);
        (await company.RowsAsync("SELECT count() FROM landing")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Load_Pattern_TakesFilesByNameAndLaterOnesWin()
    {
        await using var company = await Company.StartAsync(engine);
        await company.WriteAsync("o-2.csv", "order_id,customer,paid_at,amount\no1,c,2026-01-01,2\n");
        await company.WriteAsync("o-1.csv", "amount,order_id,customer,paid_at\n1,o1,c,2026-01-01\n");
        var result = await company.LoadAsync(new LoadRequest("orders", [Path.Combine(company.Folder, "o-*.csv")]));
        (result.Files.Count, result.Loaded, result.Replaced).ShouldBe((2, 1UL, 1UL));
        (await company.RowsAsync("SELECT amount FROM orders FINAL")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task Load_OnlineRetail_GivesTheKnownFigures()
    {
        var sql = Warehouse.Migrations.SqlFiles.Locate().Folder;
        var data = Path.GetFullPath(Path.Combine(sql, "../../shared/data/online_retail.csv.gz"));
        if (!File.Exists(data) && Environment.GetEnvironmentVariable("CI") is null)
            Assert.Skip("The data set is not on this machine.");
        await using var company = await Company.StartAsync(engine, "Europe/London");
        var result = await company.LoadAsync(new LoadRequest("orders", [data], Mapping: Path.Combine(sql, "../samples/online_retail.mapping.yaml")));
        (result.Read, result.Quarantined, result.CompleteThrough).ShouldBe((541_909UL, 0UL, new DateOnly(2011, 12, 9)));
        (await company.RowsAsync("""
            SELECT uniqExact(customer_key), uniqExact(parent_order_id), sum(amount), uniqExact(customer_key, paid_day), min(customer)
            FROM orders FINAL
            """)).ShouldBe(["4338|18532|8911407.9|16763|online_retail:12346"]);
    }

    private static byte[] HalfOfAGzip()
    {
        using var whole = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(whole, System.IO.Compression.CompressionLevel.NoCompression, leaveOpen: true))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes("order_id,customer,paid_at,amount\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"o{i},c,2026-01-01,1\n"))));
        return whole.ToArray()[..(int)(whole.Length / 2)];
    }
}
