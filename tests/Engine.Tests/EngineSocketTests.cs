namespace PrivateDomainBI.Engine.Tests;

public sealed class EngineSocketTests
{
    [Fact]
    public void PathFor_ShortDirectory_LiesInIt() => EngineSocket.PathFor("/srv/data/").ShouldBe("/srv/data/engine.sock");

    [Fact]
    public void PathFor_DeepDirectory_FitsASocketAndIsItsOwn()
    {
        var deep = "/srv/" + new string('d', 120);
        EngineSocket.PathFor(deep).Length.ShouldBeLessThan(104);
        EngineSocket.PathFor(deep).ShouldBe(EngineSocket.PathFor(deep + "/"));
        EngineSocket.PathFor(deep).ShouldNotBe(EngineSocket.PathFor(deep + "e"));
    }
}
