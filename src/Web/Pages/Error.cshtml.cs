using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrivateDomainBI.Core;
using PrivateDomainBI.Web.Dashboards;
using PrivateDomainBI.Web.Language;

namespace PrivateDomainBI.Web.Pages;

/// <summary>The one page for everything that cannot be shown: what happened, what to do, and a reference.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public Text Title { get; private set; } = Words.State.ErrorTitle;

    public Text Message { get; private set; } = Words.State.ErrorText;

    /// <summary>Finds the request in the log; only where there is something to find.</summary>
    public string? Reference { get; private set; }

    public bool MayRetry { get; private set; }

    public void OnGet(int? status) => Explain(status);

    public void OnPost(int? status) => Explain(status);

    private void Explain(int? status)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        var code = EngineAway.Caused(failure) ? StatusCodes.Status503ServiceUnavailable
            : failure is not null ? StatusCodes.Status500InternalServerError
            : status is >= 400 and <= 599 ? status.Value : StatusCodes.Status404NotFound;
        Response.StatusCode = code;
        (Title, Message, MayRetry) = code switch
        {
            404 => (Words.State.NotFoundTitle, Words.State.NotFoundText, false),
            503 => (Words.State.AwayTitle, Words.State.AwayText, true),
            < 500 => (Words.State.BadTitle, Words.State.BadText, false),
            _ => (Words.State.ErrorTitle, Words.State.ErrorText, true),
        };
        if (code == StatusCodes.Status503ServiceUnavailable)
            Response.Headers.RetryAfter = "10";
        if (code == StatusCodes.Status500InternalServerError)
            Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
    }
}
