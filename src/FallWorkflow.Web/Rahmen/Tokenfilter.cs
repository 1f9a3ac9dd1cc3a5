using FallWorkflow.Web.Anmeldung;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FallWorkflow.Web.Rahmen;

/// <summary>A form whose token is stale (signed in anew in another window) keeps what was typed, instead of ending in a bare error.</summary>
internal sealed class Tokenfilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            context.Result = Anmeldeweg.KeepInput(context.HttpContext);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
