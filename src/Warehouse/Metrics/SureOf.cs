using PrivateDomainBI.Core.Metrics;

namespace PrivateDomainBI.Warehouse.Metrics;

/// <summary>
/// Reads that rest on how far the data reached before them (<see cref="DataState.Latest"/>). A load that began meanwhile may
/// have written a later day, so what was read is looked at again, and read once more without resting on anything.
/// </summary>
internal static class SureOf
{
    /// <summary>What was read, and whether it is all of <paramref name="state"/>'s version.</summary>
    public static async Task<(T Read, bool IsOfOneVersion)> ReadAsync<T>(
        DataState state, Func<DataState, CancellationToken, Task<T>> read, Func<CancellationToken, Task<DataState>> stateNow, CancellationToken ct)
    {
        var first = await read(state, ct);
        if (!state.IsSettled)
            return (first, false);
        return await stateNow(ct) is { IsSettled: true } after && after.DataVersion == state.DataVersion
            ? (first, true)
            : (await read(state with { Latest = null }, ct), false);
    }
}
