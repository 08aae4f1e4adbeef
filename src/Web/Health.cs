using PrivateDomainBI.Engine;

namespace PrivateDomainBI.Web;

// Live: this process serves. Ready: the warehouse answers too.
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live\n"));
        app.MapGet("/health/ready", Ready);
    }

    private static IResult Ready(EngineSupervisor engine, WarehouseReadiness warehouse) => engine.Status is { State: EngineState.Ready } && warehouse.IsPrepared
        ? Results.Text("ready\n")
        : Results.Json(engine.Status, statusCode: StatusCodes.Status503ServiceUnavailable);
}
