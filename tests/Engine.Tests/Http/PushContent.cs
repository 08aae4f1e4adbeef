using System.Net;

namespace PrivateDomainBI.Engine.Tests.Http;

// A body of unknown length that a test writes while it is being sent.
internal sealed class PushContent(Func<Stream, Task> write) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
