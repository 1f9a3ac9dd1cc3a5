using FallWorkflow.Domain.Faelle;

namespace FallWorkflow.Scenarios.Tests;

/// <summary>Appointments with letters, a missed one, one called off by the team lead (R48, R50).</summary>
public class WhenPeopleAreInvited
{
    [Fact]
    public async Task Missing_the_first_appointment_leads_to_another_and_to_nothing_else()
    {
        var vorher = await Kalenderblatt.RunAsync("termin-versaeumt-und-nachgeholt", "2027-04-19");
        vorher.Simulation.Fall!.Termine["t-erst"].Stand.ShouldBe(Terminstand.Ausgefallen);
        vorher.Offen().ShouldBe("Erstgespräch führen");
        vorher.Simulation.Fall.Termine["t-zweiter"].Einladung.ShouldBe((new DateOnly(2027, 4, 14), Zustellweg.Eingeworfen));

        var blatt = await Kalenderblatt.RunAsync("termin-versaeumt-und-nachgeholt", "2027-05-26");
        var fall = blatt.Simulation.Fall!;
        fall.Termine.Values.Select(t => (t.Id, t.Stand)).ShouldBe([("t-erst", Terminstand.Ausgefallen), ("t-zweiter", Terminstand.Gehalten), ("t-kontakt", Terminstand.Gehalten)]);
        (fall.Status, fall.ErinnerungAn, fall.ErinnerungSeit, fall.LetzterKontaktAm).ShouldBe((Fallstatus.Laufend, "person@example.org", new DateOnly(2027, 4, 20), new DateOnly(2027, 5, 25)));
    }

    [Fact]
    public async Task The_team_lead_calls_off_for_who_is_ill_and_the_contact_window_runs_on()
    {
        var vorher = await Kalenderblatt.RunAsync("termin-abgesagt-in-der-vertretung", "2027-04-07");
        var nachher = await Kalenderblatt.RunAsync("termin-abgesagt-in-der-vertretung", "2027-04-14");
        nachher.Frist(Ankerpunkte.LetzterKontakt, "Kontaktfenster.Ende").ShouldBe(vorher.Frist(Ankerpunkte.LetzterKontakt, "Kontaktfenster.Ende"));
        vorher.Simulation.Fall!.Termine["t1"].Einladung.ShouldBe((new DateOnly(2027, 4, 5), Zustellweg.Uebergeben));
        nachher.Simulation.Fall!.Termine["t1"].Stand.ShouldBe(Terminstand.Abgesagt);

        var ende = await Kalenderblatt.RunAsync("termin-abgesagt-in-der-vertretung", "2027-04-16");
        (ende.Simulation.Fall!.Termine["t2"].Stand, ende.Simulation.Fall.LetzterKontaktAm).ShouldBe((Terminstand.Gehalten, new DateOnly(2027, 4, 15)));
    }
}
