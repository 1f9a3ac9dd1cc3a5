using System.Text.Json;
using FallWorkflow.Application.Prozesse;
using FallWorkflow.Web.Prozesse;
using FallWorkflow.Web.Rahmen;
using Microsoft.AspNetCore.Authorization;

namespace FallWorkflow.Web.Pages.Prozesse;

/// <summary>One saved state of a draft, as a picture and as JSON.</summary>
[Authorize(Roles = Rollengruppen.Prozesskundige)]
internal sealed class StandModel(IEntwurfsverlauf dienst) : Fachseite
{
    private static readonly JsonSerializerOptions Lesbar = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Id { get; private set; } = "";

    public Entwurfsangabe Angabe { get; private set; } = null!;

    public Prozessbild Bild { get; private set; } = null!;

    public string Json { get; private set; } = "";

    public string Basis => "/prozesse/" + Uri.EscapeDataString(Id);

    public async Task OnGetAsync(string id, int nr)
    {
        (Angabe, var definition) = await dienst.FindAsync(id, nr, Abbruch);
        Id = id;
        Bild = Prozessbild.Of(definition);
        Json = definition.ToJsonString(Lesbar);
    }
}
