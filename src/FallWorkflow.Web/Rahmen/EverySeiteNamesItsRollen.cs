using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace FallWorkflow.Web.Rahmen;

/// <summary>Default deny at the start of the program: a page that says neither who may see it nor that everybody may is a mistake.</summary>
internal sealed class EverySeiteNamesItsRollen : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        var attributes = model.HandlerTypeAttributes;
        if (!attributes.OfType<IAllowAnonymous>().Any() && attributes.OfType<AuthorizeAttribute>().All(a => string.IsNullOrEmpty(a.Roles)))
            throw new InvalidOperationException($"Page {model.ViewEnginePath} names neither its roles nor [AllowAnonymous].");
    }
}
