using System.Text;
using PrivateDomainBI.Warehouse.ClickHouse;
using PrivateDomainBI.Warehouse.ClickHouse.Binary;

namespace PrivateDomainBI.Warehouse.Tests.ClickHouse;

public class ResponseBufferTests
{
    private const string Tag = "abcdefghijklmnop";
    private const string Frame = $"\r\n__exception__\r\n{Tag}\r\nCode: 395. DB::Exception: half-way. (SOME_NAME)\n46 {Tag}\r\n__exception__\r\n";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Fill_ExceptionAmongRows_NoneOfItsBytesPassForRows(int chunk)
    {
        var rows = $"rows \r\n__exception__\r\nsomebodyelsestag \r\n__exc{Frame[..10]}";

        var (taken, error) = await TakeAllAsync(rows + Frame, Tag, chunk);

        taken.ShouldBe(rows);
        (error!.Code, error.Message, error.QueryId).ShouldBe((395, "Code: 395. DB::Exception: half-way. (SOME_NAME)", "query"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Fill_RowsThatEndLikeAMarker_AreAllGiven(int chunk)
    {
        var (taken, error) = await TakeAllAsync("rows\r\n__exception__\r\nabc", Tag, chunk);

        (taken, error).ShouldBe(("rows\r\n__exception__\r\nabc", null));
    }

    [Fact]
    public async Task Fill_ConnectionCut_IsAnErrorNotAnEnd()
    {
        using var buffer = new ResponseBuffer(new CutStream(), Tag, "query");
        (await buffer.FillAsync(async: true, CancellationToken.None)).ShouldBeTrue();

        var error = await Should.ThrowAsync<ClickHouseException>(async () => await buffer.FillAsync(async: true, CancellationToken.None));

        error.IsTransient.ShouldBeTrue();
    }

    private static async Task<(string Taken, ClickHouseException? Error)> TakeAllAsync(string body, string tag, int chunk)
    {
        using var buffer = new ResponseBuffer(new TricklingStream(Encoding.ASCII.GetBytes(body), chunk), tag, "query");
        var taken = new StringBuilder();
        try
        {
            while (await buffer.FillAsync(async: true, CancellationToken.None))
            {
                taken.Append(Encoding.ASCII.GetString(buffer.Pending));
                buffer.Consume(buffer.Pending.Length);
            }
            return (taken.ToString(), null);
        }
        catch (ClickHouseException ex)
        {
            return (taken.ToString(), ex);
        }
    }

    private sealed class TricklingStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }

    private sealed class CutStream : MemoryStream
    {
        private bool _isCut;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_isCut)
                throw new HttpIOException(HttpRequestError.ResponseEnded);
            _isCut = true;
            return ValueTask.FromResult(10);
        }
    }
}
