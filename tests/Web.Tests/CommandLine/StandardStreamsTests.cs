using System.Text;
using PrivateDomainBI.Web.CommandLine;

namespace PrivateDomainBI.Web.Tests.CommandLine;

public sealed class StandardStreamsTests
{
    // Starting a browser sets the encoding; it must find nothing to flush and replace while others write their log.
    [Fact]
    public async Task Keep_EncodingIsSetWhileALineIsBeingWritten_WaitsForNobody()
    {
        var (output, error) = (Console.Out, Console.Error);
        try
        {
            StandardStreams.Keep();
            var (kept, keptError) = (Console.Out, Console.Error);
            Task set;
            // As the writer of a line does, on this thread alone.
            lock (keptError)
            {
                set = Task.Run(() => Console.OutputEncoding = new UTF8Encoding(false), TestContext.Current.CancellationToken);
                SpinWait.SpinUntil(() => set.IsCompleted, TimeSpan.FromSeconds(10)).ShouldBeTrue("it waits for whoever is writing");
            }

            await set;
            Console.Out.ShouldBeSameAs(kept);
            Console.Error.ShouldBeSameAs(keptError);
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
