using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using PrivateDomainBI.Testing;

namespace PrivateDomainBI.Engine.Tests.Http;

public sealed class StreamingTests(TestEngine engine)
{
    [Fact]
    public async Task Select_ReadSlowly_HoldsAFewBlocksInMemory()
    {
        var before = Memory();
        // 2 GB of text.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/?max_result_bytes=0") { Content = new StringContent("SELECT repeat('x', 1000) FROM numbers(2000000)") };
        using var response = await engine.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[10_000_000]);
        await Task.Delay(1000);
        (Memory() - before).ShouldBeLessThan(600L << 20);
    }

    [Theory]
    [InlineData("INSERT INTO {0} FORMAT CSV")]
    [InlineData("INSERT INTO {0} SELECT a, b FROM input('a UInt64, b String') FORMAT CSV")]
    public async Task Insert_SentSlowly_IsTakenAsItComes(string insert)
    {
        var table = await CreateAsync("a UInt64, b String");
        var sql = string.Format(CultureInfo.InvariantCulture, insert, table);
        var halfRead = new TaskCompletionSource();
        using var content = new PushContent(async stream =>
        {
            await WriteRowsAsync(stream, 0, 500_000);
            await stream.FlushAsync();
            while (await engine.QueryAsync($"SELECT count() FROM system.processes WHERE query LIKE 'INSERT INTO {table}%' AND memory_usage > 1000000") != "1\n")
            {
                await Task.Delay(50);
            }

            halfRead.SetResult();
            await WriteRowsAsync(stream, 500_000, 1_000_000);
        });
        using var response = await engine.Client.PostAsync($"/?query={Uri.EscapeDataString(sql)}", content);
        (await response.Content.ReadAsStringAsync()).ShouldBe("");
        halfRead.Task.IsCompleted.ShouldBeTrue();
        response.Headers.GetValues("X-ClickHouse-Summary").Single().ShouldContain("\"written_rows\":\"1000000\"");
        (await engine.QueryAsync($"SELECT count(), sum(a) FROM {table}")).ShouldBe("1000000\t499999500000\n");
    }

    [Theory]
    [InlineData("max_threads=1")]
    [InlineData("max_threads=1&input_format_parallel_parsing=0")]
    public async Task Input_LineNumbersOfOneThread_FollowTheBody(string settings)
    {
        var table = await CreateAsync("line UInt64, a UInt64");
        var sql = $"INSERT INTO {table} SELECT rowNumberInAllBlocks(), a FROM input('a UInt64, b String') FORMAT CSV";
        using var content = new PushContent(stream => WriteRowsAsync(stream, 0, 2_000_000));
        using var response = await engine.Client.PostAsync($"/?{settings}&query={Uri.EscapeDataString(sql)}", content);
        (await response.Content.ReadAsStringAsync()).ShouldBe("");
        (await engine.QueryAsync($"SELECT count(), countIf(line != a) FROM {table}")).ShouldBe("2000000\t0\n");
    }

    [Theory]
    [InlineData("INSERT INTO {0} FORMAT CSV")]
    [InlineData("INSERT INTO {0} SELECT a, b FROM input('a UInt64, b String') FORMAT CSV")]
    public async Task Insert_Gzip_IsUnpacked(string insert)
    {
        var table = await CreateAsync("a UInt64, b String");
        using var content = new PushContent(async stream =>
        {
            await using var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            await WriteRowsAsync(gzip, 0, 100_000);
        });
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await engine.Client.PostAsync($"/?query={Uri.EscapeDataString(string.Format(CultureInfo.InvariantCulture, insert, table))}", content);
        (await response.Content.ReadAsStringAsync()).ShouldBe("");
        (await engine.QueryAsync($"SELECT count(), sum(a) FROM {table}")).ShouldBe("100000\t4999950000\n");
    }

    [Theory]
    [InlineData("INSERT INTO {0} FORMAT CSV", "CSV")]
    [InlineData("INSERT INTO {0} SELECT a, b FROM input('a UInt64, b String') FORMAT CSV", "CSV")]
    public async Task Insert_DamagedGzip_IsRefusedAndStoresNothing(string insert, string format)
    {
        var table = await CreateAsync("a UInt64, b String");
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await WriteRowsAsync(gzip, 0, 200_000);
        }

        var bytes = packed.ToArray();
        bytes.AsSpan(bytes.Length / 2).Fill(0x55);
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await engine.Client.PostAsync($"/?query={Uri.EscapeDataString(string.Format(CultureInfo.InvariantCulture, insert, table))}", content);
        response.IsSuccessStatusCode.ShouldBeFalse(format);
        (await engine.QueryAsync($"SELECT count() FROM {table}")).ShouldBe("0\n");
    }

    [Theory]
    [InlineData("INSERT INTO {0} FORMAT CSV")]
    [InlineData("INSERT INTO {0} SELECT a, b FROM input('a UInt64, b String') FORMAT CSV")]
    public async Task Insert_BadRow_NamesItAndStoresNothing(string insert)
    {
        var table = await CreateAsync("a UInt64, b String");
        using var content = new PushContent(async stream =>
        {
            await WriteRowsAsync(stream, 0, 100_000);
            await stream.WriteAsync("oops,1\n"u8.ToArray());
            await WriteRowsAsync(stream, 0, 2_000_000);
        });
        using var response = await engine.Client.PostAsync($"/?query={Uri.EscapeDataString(string.Format(CultureInfo.InvariantCulture, insert, table))}", content);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("(at row 100001)");
        (await engine.QueryAsync($"SELECT count() FROM {table}")).ShouldBe("0\n");
    }

    [Theory]
    [InlineData("INSERT INTO {0} SELECT rowNumberInAllBlocks(), a FROM input('a UInt64') FORMAT Parquet")]
    [InlineData("INSERT INTO {0} FORMAT Parquet")]
    public async Task Parquet_InABody_IsRead(string insert)
    {
        var table = await CreateAsync("line UInt64, a UInt64");
        using var exported = await engine.Client.GetAsync("/?query=SELECT+number+AS+line,number+AS+a+FROM+numbers(100000)+FORMAT+Parquet");
        using var content = new ByteArrayContent(await exported.Content.ReadAsByteArrayAsync());
        var sql = string.Format(CultureInfo.InvariantCulture, insert, table);
        using var response = await engine.Client.PostAsync($"/?max_threads=1&query={Uri.EscapeDataString(sql)}", content);
        (await response.Content.ReadAsStringAsync()).ShouldBe("");
        (await engine.QueryAsync($"SELECT count(), countIf(line != a) FROM {table}")).ShouldBe("100000\t0\n");
    }

    [Fact]
    public async Task Result_WhenAskedFor_IsGzipped()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?enable_http_compression=1&query=SELECT+number+FROM+numbers(100000)");
        request.Headers.AcceptEncoding.ParseAdd("gzip, deflate");
        using var response = await engine.Client.SendAsync(request);
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        await using var gzip = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        var lines = (await reader.ReadToEndAsync()).Split('\n');
        (lines.Length, lines[99_999]).ShouldBe((100_001, "99999"));
    }

    [Fact]
    public async Task Error_AfterTheFirstRows_StandsTaggedInTheBody()
    {
        using var response = await engine.Client.GetAsync("/?max_block_size=10&query=SELECT+number,+throwIf(number=1000)+FROM+numbers(2000)");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var tag = response.Headers.GetValues("X-ClickHouse-Exception-Tag").Single();
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldStartWith("0\t0\n1\t0\n");
        var message = body[(body.IndexOf($"\r\n__exception__\r\n{tag}\r\n", StringComparison.Ordinal) + 19 + tag.Length)..^(tag.Length + 19)];
        message.ShouldStartWith("Code: 395. DB::Exception:");
        body.ShouldEndWith($" {tag}\r\n__exception__\r\n");
    }

    [Fact]
    public async Task Error_WithWaitEndOfQuery_HasItsStatus()
    {
        using var response = await engine.Client.GetAsync("/?wait_end_of_query=1&max_block_size=10&query=SELECT+number,+throwIf(number=1000)+FROM+numbers(2000)");
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).ShouldStartWith("Code: 395.");
        (await engine.Client.GetStringAsync("/?wait_end_of_query=1&query=SELECT+1")).ShouldBe("1\n");
    }

    private async Task<string> CreateAsync(string columns)
    {
        var table = $"t_{Guid.NewGuid():N}";
        await engine.QueryAsync($"CREATE TABLE {table} ({columns}) ENGINE = MergeTree ORDER BY tuple()");
        return table;
    }

    private static async Task WriteRowsAsync(Stream stream, int from, int to)
    {
        var rows = new StringBuilder();
        for (var n = from; n < to; n++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{n},x{n}\n");
            if (rows.Length > 100_000 || n == to - 1)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(rows.ToString()));
                rows.Clear();
            }
        }
    }

    private long Memory()
    {
        var line = File.ReadLines($"/proc/{engine.ProcessId}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
    }
}
