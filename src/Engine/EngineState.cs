namespace PrivateDomainBI.Engine;

/// <summary>Where the engine process is in its life.</summary>
public enum EngineState
{
    Starting,
    Ready,
    Restarting,
    Stopped,
}

/// <summary>The engine's state, since when, how often it was restarted, and what it last said before it died.</summary>
public sealed record EngineStatus(EngineState State, DateTimeOffset Since, int Restarts, string? LastFailure);
