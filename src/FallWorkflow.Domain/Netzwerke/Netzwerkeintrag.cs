namespace FallWorkflow.Domain.Netzwerke;

/// <summary>One entry of an office's network, only ever added to.</summary>
/// <param name="Nr">From 1, without gaps.</param>
/// <param name="WirksamAm">The day the fact concerns.</param>
/// <param name="ErfasstAm">The instant it was recorded (UTC).</param>
/// <param name="ErfasstVon">Id of the person.</param>
public sealed record Netzwerkeintrag(Guid Id, long Nr, DateOnly WirksamAm, DateTimeOffset ErfasstAm, string ErfasstVon, Netzwerktatsache Tatsache);
