using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PrivateDomainBI.Core.Metrics;
using PrivateDomainBI.Ingest.Loads;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Ingest.Tests.Loads;

public class DatasetTests(TestEngine engine)
{
    /// <summary>One row of each dataset with every column given, the columns in an odd order and one that nobody knows.</summary>
    private static readonly Dictionary<string, (string Columns, string[] Rows, string[] Entities)> Samples = new(StringComparer.Ordinal)
    {
        ["org_units"] = ("kpi_mode,name,org_unit_id,parent_id,type,valid_from,valid_to,extra",
            ["none,华东大区,r1,hq,Region,2025-01-01,2025-12-31,x", ",总部,hq,,hq,,9999-12-31,"],
            ["hq|总部||hq|normal|1970-01-01|\\N", "r1|华东大区|hq|region|none|2025-01-01|2025-12-31"]),
        ["employees"] = ("name,employee_id,org_unit_id,role,employment_type,status,valid_from,valid_to,extra",
            ["王 芳,e1,s1,guide,Own,active,2024-02-29,,x", "李\"雷\",e2,,,,,,2149-01-01,"],
            ["e1|王 芳|s1|guide|own|active|2024-02-29|\\N", "e2|李\"雷\"|||||1970-01-01|\\N"]),
        ["customers"] = ("tags,customer,joined_at,channel,employee_id,store_id,referrer,name,phone,birthday,gender,city,job,income_band,budget,preferences,consent_tracking,extra",
            ["vip; ;new,wecom:1,2026-01-01 00:30:00,qr,e1,s1,9,张三,138,not a day,f,上海,nurse,10k,50,tea;cake,granted,x"],
            ["wecom:1|2025-12-31 16:30:00.000|2026-01-01|qr|e1|s1|file:9|张三|138|not a day|f|上海|nurse|10k|50|['tea','cake']|['vip','new']|granted"]),
        ["relations"] = ("state,customer,employee_id,started_at,ended_at,end_reason,add_way,extra",
            ["qr7,1,e1,2026-01-01 08:00,2026-02-01T08:00:00+08:00,,1,x", ",1,e2,2026-01-01,,,201,"],
            [
                "file:1|e1|2026-01-01 00:00:00.000|2026-01-01|2026-02-01 00:00:00.000|2026-02-01|unknown|1|qr7",
                "file:1|e2|2025-12-31 16:00:00.000|2026-01-01|\\N|\\N||201|",
            ]),
        ["ownership"] = ("reason,customer,employee_id,valid_from,valid_to,extra",
            ["transfer,1,e1,2026-01-01,2027-06-01,x", ",1,e2,2026-03-01,9999-12-31,"],
            [
                "file:1|e1|2025-12-31 16:00:00.000|2026-01-01|2027-05-31 16:00:00.000|2027-06-01|transfer",
                "file:1|e2|2026-02-28 16:00:00.000|2026-03-01|\\N|\\N|",
            ]),
        ["events"] = ("props,event_id,type,occurred_at,customer,employee_id,channel,touchpoint,campaign_id,group_id,content_id,value,extra",
            ["\"{\"\"a\"\": [1, 2]}\",v1,review_submitted,2026-01-01 10:00:00.250,1,e1,qr,mini,c1,g1,a1,4.5000,x", ",v2,store_visited,2026-01-02,1,,,,,,,,"],
            [
                "2026-01-01 02:00:00.250|v1|review_submitted|2026-01-01|file:1|e1|qr|mini|c1|g1|a1|4.5|{\"a\":[1,2]}",
                "2026-01-01 16:00:00.000|v2|store_visited|2026-01-02|file:1|||||||\\N|",
            ]),
        ["orders"] = ("is_test,order_id,customer,paid_at,amount,status,parent_order_id,employee_id,channel,campaign_id,group_id,store_id,domain,product_category,extra",
            ["yes,o1,1,2026-01-01 10:00,9.90,Closed,p1,e1,qr,c1,g1,s1,Public,tea,x", ",o2,1,2026-01-01,+10.,,,,,,,,,,"],
            [
                "o1|file:1|2026-01-01 02:00:00.000|2026-01-01|9.9|closed|p1|e1|qr|c1|g1|s1|public|tea|true",
                "o2|file:1|2025-12-31 16:00:00.000|2026-01-01|10|paid|||||||||false",
            ]),
        ["refunds"] = ("type,refund_id,order_id,refunded_at,amount,extra",
            ["Refund_Only,f1,o1,2026-01-05 23:59:59,9.90,x"],
            ["f1|o1|2026-01-05 15:59:59.000|2026-01-05|9.9|refund_only"]),
        ["channels"] = ("reach_base,channel,label,parent,extra",
            ["Parcel_Cards,parcel_card,包裹卡,offline,x", ",offline,,,"],
            ["offline|||", "parcel_card|包裹卡|offline|parcel_cards"]),
        ["groups"] = ("type,group_id,name,owner_employee_id,store_id,created_at,dismissed_at,extra",
            ["Flash,g1,快闪1群,e1,s1,2026-01-01 00:30,2026-02-01,x", ",g2,二群,,,,,"],
            ["g1|快闪1群|flash|e1|s1|2025-12-31 16:30:00.000|2026-01-01|2026-01-31 16:00:00.000|2026-02-01", "g2|二群||||\\N|\\N|\\N|\\N"]),
        ["group_members"] = ("invited_by,group_id,customer,joined_at,left_at,join_scene,extra",
            ["e1,g1,1,2026-01-01 08:00,2026-02-01T08:00:00+08:00,qr_code,x", ",g1,1,2026-03-01,,,"],
            [
                "g1|file:1|2026-01-01 00:00:00.000|2026-01-01|2026-02-01 00:00:00.000|2026-02-01|qr_code|e1",
                "g1|file:1|2026-02-28 16:00:00.000|2026-03-01|\\N|\\N||",
            ]),
        ["campaigns"] = ("margin,campaign_id,name,starts_at,ends_at,mechanic,channels,discount,holdout_share,extra",
            ["0.6,k1,双11,2026-10-28,2026-11-11 23:59:59,Coupon,live; ;community,0.15,0.1,x", ",k2,长期,2031-01-01,9999-12-31,,,,,"],
            [
                "k1|双11|2026-10-27 16:00:00.000|2026-10-28|2026-11-11 15:59:59.000|2026-11-11|coupon|['live','community']|0.15|0.1|0.6",
                "k2|长期|2030-12-31 16:00:00.000|2031-01-01|2148-12-31 00:00:00.000|2148-12-31||[]|\\N|\\N|\\N",
            ]),
        ["list_members"] = ("removed_at,list,customer,added_at,extra",
            ["2026-02-01,vips,1,2026-01-01 08:00,x", ",vips,2,,"],
            ["vips|file:1|2026-01-01 00:00:00.000|2026-01-01|2026-01-31 16:00:00.000|2026-02-01", "vips|file:2|\\N|\\N|\\N|\\N"]),
        ["campaign_audience"] = ("executed_at,campaign_id,customer,arm,employee_id,dispatched_at,extra",
            ["2026-11-02 10:00,k1,1,Treatment,e1,2026-11-01 10:00,x", ",k1,2,holdout,,,", ",k2,1,,,,"],
            [
                "k1|file:1|treatment|e1|2026-11-01 02:00:00.000|2026-11-01|2026-11-02 02:00:00.000|2026-11-02",
                "k1|file:2|holdout||\\N|\\N|\\N|\\N",
                "k2|file:1|treatment||\\N|\\N|\\N|\\N",
            ]),
        ["reach"] = ("campaign_id,day,channel,reached,extra",
            ["k1,2026-11-01,douyin,1200,x", ",2026-11-01,douyin,0,"],
            ["2026-11-01|douyin||0", "2026-11-01|douyin|k1|1200"]),
        ["costs"] = ("employee_id,day,amount,type,channel,campaign_id,extra",
            ["e1,2026-11-01,99.90,Media,douyin,k1,x", ",2026-11-01,0.5,tool,,,"],
            ["2026-11-01|media|douyin|k1|e1|99.9", "2026-11-01|tool||||0.5"]),
        ["targets"] = ("weight,scope,scope_id,metric,period,value,campaign_id,extra",
            ["0.3,Employee,e1,new_customers,2026-w53,40,k1,x", ",company,云杉里,net_sales,2026-Q4,1000000.5,,"],
            ["company|company|net_sales|2026-Q4|2026-10-01|2027-01-01||1000000.5|\\N", "employee|e1|new_customers|2026-W53|2026-12-28|2027-01-04|k1|40|0.3"]),
    };

    public static TheoryData<string> Names => [.. Samples.Keys];

    [Fact]
    public void Samples_CoverEveryDatasetAndColumn()
    {
        Samples.Keys.Order().ShouldBe(Datasets.Names.Order());
        foreach (var dataset in Datasets.All)
            Samples[dataset.Name].Columns.Split(',').Except(["extra"]).Order().ShouldBe(dataset.Columns.Order());
    }

    [Fact]
    public void Catalog_KnowsWhichDatasetsHaveDays()
    {
        Datasets.All.Where(dataset => dataset.HasDays).Select(dataset => dataset.Name).ShouldBe(MetricCatalog.DatasetsWithDays);
        Datasets.All.Where(dataset => !dataset.HasDays).Select(dataset => dataset.Name).ShouldBe(MetricCatalog.DatasetsWithoutDays);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Load_EachFormat_GivesTheSameTypedRows(string name)
    {
        var (columns, rows, entities) = Samples[name];
        var csv = $"\uFEFF{columns}\r\n{string.Join("\r\n", rows)}\r\n";
        foreach (var format in new[] { "csv", "csv.gz", "jsonl", "jsonl.gz", "parquet", "parquet.gz" })
        {
            await using var company = await Company.StartAsync(engine);
            var file = await WriteAsync(company, csv, format);
            var result = await company.LoadAsync(new LoadRequest(name, [file]));
            (result.Read, result.Loaded, result.Quarantined).ShouldBe(((ulong)rows.Length, (ulong)rows.Length, 0UL), format);
            result.Notices.ShouldBe(["columns kept but not used: extra"], format);
            var keys = Datasets.Find(name)!.Columns.Contains("customer") ? "customer_key, " : "";
            (await company.RowsAsync($"SELECT * EXCEPT ({keys}row_hash, version, is_deleted) FROM {name} FINAL ORDER BY ALL")).Select(row => row.Replace("\\'", "'", StringComparison.Ordinal)).ShouldBe(entities, format);
            (await company.RowsAsync("SELECT countIf(row['extra'] = 'x') FROM landing")).ShouldBe(["1"]);

            var again = await company.LoadAsync(new LoadRequest(name, [file]));
            (again.Loaded, again.Replaced, again.Duplicate).ShouldBe((0UL, 0UL, (ulong)rows.Length), format);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Stage_Columns_StandInTheOrderOfTheTable(string name)
    {
        await using var company = await Company.StartAsync(engine);
        company.Loads.Run.Steps.BeforeStep = async batch =>
        {
            if (batch.State != BatchState.Planned)
                return;
            const string columns = "SELECT name FROM system.columns WHERE database = currentDatabase() AND table = '{0}' ORDER BY position";
            var stage = await company.RowsAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, columns, $"stage_{batch.Number}"));
            var table = await company.RowsAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, columns, name));
            stage.Where(column => column[0] != '_').ShouldBe(table[..^2]);
        };
        await company.LoadAsync(name, $"{Samples[name].Columns}\n{Samples[name].Rows[0]}");
    }

    private static async Task<string> WriteAsync(Company company, string csv, string format)
    {
        var path = Path.Combine(company.Folder, $"f.{format}");
        var bytes = format switch
        {
            _ when format.StartsWith("csv", StringComparison.Ordinal) => Encoding.UTF8.GetBytes(csv),
            _ when format.StartsWith("json", StringComparison.Ordinal) => Encoding.UTF8.GetBytes(Json(await company.WriteAsync("source.csv", csv))),
            _ => await ParquetAsync(company, await company.WriteAsync("source.csv", csv)),
        };
        await using var file = File.Create(path);
        await using Stream target = format.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        await target.WriteAsync(bytes);
        return path;
    }

    private static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        using var parser = new Microsoft.VisualBasic.FileIO.TextFieldParser(path) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var columns = parser.ReadFields()!;
        while (parser.ReadFields() is { } values)
            yield return columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    // Lists as arrays, an object as an object, no value as null: what an API would write.
    private static string Json(string path) => string.Join('\n', Read(path).Select(row => "{" + string.Join(',', row.Select(pair => JsonSerializer.Serialize(pair.Key) + ":" + pair switch
    {
        { Value: "" } => "null",
        { Key: "props" } => pair.Value,
        { Key: "tags" or "preferences" or "channels" } => JsonSerializer.Serialize(pair.Value.Split(';')),
        { Key: "value" or "reached" } => pair.Value,
        _ => JsonSerializer.Serialize(pair.Value),
    })) + "}"));

    private static async Task<byte[]> ParquetAsync(Company company, string path)
    {
        var rows = Read(path).ToList();
        static string Literal(string value) => "'" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
        var selects = rows.Select(row => "SELECT " + string.Join(", ", row.Select(pair => $"CAST({(pair.Value.Length == 0 ? "NULL" : Literal(pair.Value))} AS Nullable(String)) AS `{pair.Key}`")));
        return await File.ReadAllBytesAsync(await company.WriteQueryAsync("source.parquet", string.Join(" UNION ALL ", selects) + " FORMAT Parquet"));
    }
}
