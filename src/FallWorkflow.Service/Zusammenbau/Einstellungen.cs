using FallWorkflow.Application.Dokumente;
using FallWorkflow.Application.Falluebernahmen;
using FallWorkflow.Application.Ports;
using FallWorkflow.Jobs;
using FallWorkflow.Persistence;

namespace FallWorkflow.Service.Zusammenbau;

/// <summary>
/// Everything that can be set, read once from configuration (environment variables with <c>__</c> for <c>:</c>,
/// appsettings.json, command line) and checked before anything starts.
/// </summary>
internal sealed class Einstellungen
{
    /// <summary><c>Database:Provider</c>: Sqlite (default, embedded, one node), PostgreSql or SqlServer (several nodes).</summary>
    public string Provider { get; init; } = "Sqlite";

    /// <summary><c>Database:ConnectionString</c>. Default for Sqlite: <c>Data Source=fallworkflow.db</c> in the current folder; else required.</summary>
    public string Verbindung { get; init; } = "";

    /// <summary>
    /// <c>Database:Migrate</c>: whether the start brings the schema up to date. Default: true on Sqlite, else false; then an
    /// old schema ends the start, since several nodes must not migrate at once.
    /// </summary>
    public bool Migrieren { get; init; }

    /// <summary><c>Database:Kind</c>: what a new database is for: Produktiv (default), Demo or Test. An existing database keeps its kind.</summary>
    public Systemart? Art { get; init; }

    /// <summary>
    /// <c>Database:CommitGroup</c>: units of work that wait for the disk at the same time and share a commit, at most, 1 to 1000,
    /// default 64. 1: each has a commit of its own, which is slower under load. More: the first of a group is answered later. SQL
    /// Server always writes each by itself.
    /// </summary>
    public int Commitgruppe { get; init; } = 64;

    /// <summary><c>RabbitMq:Uri</c>: broker. Default none: messages stay in this process, partners outside get nothing.</summary>
    public Uri? RabbitMq { get; init; }

    /// <summary><c>Workflows:Path</c>: folder of process definitions; default <c>workflows</c> here or above the program.</summary>
    public string Prozessordner { get; init; } = "";

    /// <summary><c>Workflows:Publish</c>: publish the folder's definitions that differ from the current versions. Default false: only into an empty database.</summary>
    public bool Veroeffentlichen { get; init; }

    /// <summary><c>Seed:File</c>: JSON file with the first offices, partners and accounts; used only while the database has no account. Default none.</summary>
    public string? Ersteinrichtung { get; init; }

    /// <summary><c>Seed:Password</c>: first password of the accounts that name none of their own, at least 10 characters. Default none.</summary>
    public string? Erstkennwort { get; init; }

    /// <summary><c>Roles</c>: contains <c>web</c>: pages and API, with the bursts of their own requests. Without it only the health addresses answer.</summary>
    public bool IstWeb { get; init; } = true;

    /// <summary><c>Roles</c>: contains <c>worker</c>: timers, outbox and jobs. If no node has it, no Frist ever ends.</summary>
    public bool IstWorker { get; init; } = true;

    /// <summary><c>TestClock:Enabled</c>: time comes from the database and moves only by <c>POST /api/testuhr</c>. Default false.</summary>
    public bool Testuhr { get; init; }

    /// <summary><c>TestClock:From</c>: instant at which a new test clock begins (ISO 8601). Default: now.</summary>
    public DateTimeOffset? TestuhrAb { get; init; }

    /// <summary>
    /// <c>TestClock:Offset</c>: this node's own clock is wrong by so much (<c>-00:05:00</c>, or <c>@file</c> with such a span,
    /// read anew all the time). For tests of what wrong clocks do; refused unless the database is for demo or test. Default none.
    /// </summary>
    public string? Verstellung { get; init; }

    /// <summary>
    /// <c>Timers:LeaseSeconds</c>: how long a worker keeps a due timer, real time, 5 to 3600, default 30. After a crash the
    /// claimed timers wait this long; shorter than a burst takes, work is done twice and thrown away once.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>Timers:BatchSize</c>: timers claimed at once, 1 to 1000, default 50. More: fewer queries, longer waits after a crash.</summary>
    public int Stapel { get; init; } = 50;

    /// <summary><c>Timers:Concurrency</c>: bursts at a time, 1 to 64, default 4; always 1 on Sqlite, which has one writer.</summary>
    public int Gleichzeitig { get; init; } = 4;

    /// <summary>
    /// <c>Timers:Attempts</c>: failed attempts after which a timer is parked until a person says so, 2 to 100, default 10. The
    /// pauses between them grow from 2 s to 1 h, so ten take about a quarter of an hour; an attempt that ends the process counts.
    /// </summary>
    public int Versuche { get; init; } = 10;

    /// <summary>
    /// <c>Timers:LongestSleepSeconds</c>: longest time without a look at the timers, 1 to 3600, default 60. Longer: timers that
    /// another node armed may fire that much later.
    /// </summary>
    public TimeSpan LaengsterSchlaf { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// <c>Timers:CatchUpPerSecond</c>: most timers that this node fires per second while more are due than one batch holds, 1 to
    /// 100000; 0 (default): no limit. Lower: what fell due during an outage comes later, partners and mail server get it slowly.
    /// </summary>
    public int NachholenJeSekunde { get; init; }

    /// <summary>
    /// <c>Timers:ForegroundShare</c>: percentage of the time that catching up leaves free while this node serves requests, 0 to
    /// 95, default 50. 0: it takes what it gets.
    /// </summary>
    public int Vordergrundanteil { get; init; } = 50;

    /// <summary>
    /// <c>Outbox:LeaseSeconds</c>: how long a node keeps messages that it is sending, real time, 15 to 3600, default 60. After a
    /// crash the claimed messages wait this long; a third of it, at most 10 s, is the time the broker has to confirm one.
    /// </summary>
    public TimeSpan NachrichtenLease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// <c>Http:AllowedHosts</c>: hosts that processes may call (Elsa.SendHttpRequest), separated by commas, each <c>name</c> (usual
    /// ports) or <c>name:port</c>. Default none: every request of a process is refused and becomes an incident.
    /// </summary>
    public IReadOnlyCollection<string> ErlaubteRechner { get; init; } = [];

    /// <summary><c>Http:TimeoutSeconds</c>: how long one request may take with its answer, real time, 1 to 300, default 30.</summary>
    public TimeSpan Aufrufgrenze { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// <c>Inbox:RetentionDays</c>: how long it is remembered which message ids and idempotency keys have had their effect, 1 to
    /// 3650, default 30. What comes a second time after that has its effect a second time.
    /// </summary>
    public TimeSpan Eingangsfrist { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// <c>Documents:MaxMegabytes</c> (1 to 25, default 10) and <c>Documents:MaxMegabytesPerFall</c> (1 to 2000, default 100): largest
    /// file, and all files that a Fall keeps. More: the database grows, and each upload takes its size in memory several times over.
    /// </summary>
    public Dokumentgrenzen Dokumentgrenzen { get; init; } = Dokumentgrenzen.Standard;

    /// <summary>
    /// <c>Import:MaxKilobytes</c> (1 to 2048, default 1024) and <c>Import:MaxRows</c> (1 to 5000, default 500): largest file of running
    /// Fälle that are taken over. More rows: the answer takes longer, and a proxy may cut it off; what was taken over stays.
    /// </summary>
    public Uebernahmegrenzen Uebernahmegrenzen { get; init; } = Uebernahmegrenzen.Standard;

    /// <summary>
    /// <c>Documents:ClamAv</c>: clamd that scans every document before it is kept, as <c>host:port</c>. Default none: documents are
    /// marked as not scanned. While it does not answer, no document is taken. Its StreamMaxLength must be above MaxMegabytes.
    /// </summary>
    public (string Host, int Port)? ClamAv { get; init; }

    /// <summary><c>Documents:ClamAvTimeoutSeconds</c>: how long one scan may take, real time, 1 to 300, default 30.</summary>
    public TimeSpan Pruefgrenze { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>DataProtection:Path</c>: folder of the keys that sign the cookies; nodes behind one address must share it. Default: the user's profile.</summary>
    public string? Schluesselordner { get; init; }

    /// <summary><c>Urls</c>: addresses to listen on, default <c>http://localhost:5080</c>.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary><c>Jobs:BasisUrl</c>: address under which people open the pages; default none, then mails carry no links.</summary>
    public Uri? BasisUrl { get; init; }

    /// <summary><c>Jobs:Smtp:Host</c>, <c>:Port</c> (25), <c>:From</c>, <c>:Tls</c> (true). Default none: mails are kept in the table Postausgang.</summary>
    public SmtpOptions? Smtp { get; init; }

    public bool IstSqlite => Provider == "Sqlite";

    /// <exception cref="StartfehlerException">Values are wrong; the message lists all of them.</exception>
    public static Einstellungen Read(IConfiguration konfiguration)
    {
        var leser = new Einstellungsleser(konfiguration);
        var provider = leser.OneOf("Database:Provider", "Sqlite", "Sqlite", "PostgreSql", "SqlServer");
        var istSqlite = provider == "Sqlite";
        var rollen = leser.List("Roles", "web,worker", "web", "worker");
        var einstellungen = new Einstellungen
        {
            Provider = provider,
            Verbindung = leser.Text("Database:ConnectionString") ?? (istSqlite ? "Data Source=fallworkflow.db" : leser.Missing("Database:ConnectionString")),
            Migrieren = leser.Flag("Database:Migrate", istSqlite),
            Art = leser.Text("Database:Kind") is null ? null : Enum.Parse<Systemart>(leser.OneOf("Database:Kind", "Produktiv", Enum.GetNames<Systemart>())),
            Commitgruppe = leser.Number("Database:CommitGroup", 64, 1, 1000),
            RabbitMq = leser.Broker("RabbitMq:Uri"),
            Prozessordner = leser.Folder("Workflows:Path", "workflows"),
            Veroeffentlichen = leser.Flag("Workflows:Publish", false),
            Ersteinrichtung = leser.Text("Seed:File"),
            Erstkennwort = leser.Text("Seed:Password"),
            IstWeb = rollen.Contains("web"),
            IstWorker = rollen.Contains("worker"),
            Testuhr = leser.Flag("TestClock:Enabled", false),
            TestuhrAb = leser.Instant("TestClock:From"),
            Verstellung = leser.Offset("TestClock:Offset"),
            Lease = TimeSpan.FromSeconds(leser.Number("Timers:LeaseSeconds", 30, 5, 3600)),
            Stapel = leser.Number("Timers:BatchSize", 50, 1, 1000),
            Gleichzeitig = istSqlite ? 1 : leser.Number("Timers:Concurrency", 4, 1, 64),
            Versuche = leser.Number("Timers:Attempts", 10, 2, 100),
            LaengsterSchlaf = TimeSpan.FromSeconds(leser.Number("Timers:LongestSleepSeconds", 60, 1, 3600)),
            NachholenJeSekunde = leser.Number("Timers:CatchUpPerSecond", 0, 0, 100_000),
            Vordergrundanteil = leser.Number("Timers:ForegroundShare", 50, 0, 95),
            NachrichtenLease = TimeSpan.FromSeconds(leser.Number("Outbox:LeaseSeconds", 60, 15, 3600)),
            ErlaubteRechner = leser.Hosts("Http:AllowedHosts"),
            Aufrufgrenze = TimeSpan.FromSeconds(leser.Number("Http:TimeoutSeconds", 30, 1, 300)),
            Eingangsfrist = TimeSpan.FromDays(leser.Number("Inbox:RetentionDays", 30, 1, 3650)),
            Dokumentgrenzen = new(
                leser.Number("Documents:MaxMegabytes", 10, 1, 25) * Dokumentgrenzen.Megabyte,
                leser.Number("Documents:MaxMegabytesPerFall", 100, 1, 2000) * (long)Dokumentgrenzen.Megabyte),
            Uebernahmegrenzen = new(leser.Number("Import:MaxKilobytes", 1024, 1, 2048) * 1024, leser.Number("Import:MaxRows", 500, 1, 5000)),
            ClamAv = leser.HostAndPort("Documents:ClamAv"),
            Pruefgrenze = TimeSpan.FromSeconds(leser.Number("Documents:ClamAvTimeoutSeconds", 30, 1, 300)),
            Schluesselordner = leser.Text("DataProtection:Path"),
            BasisUrl = leser.WebAddress("Jobs:BasisUrl"),
            Smtp = leser.Text("Jobs:Smtp:Host") is not { } host ? null : new SmtpOptions
            {
                Host = host,
                Port = leser.Number("Jobs:Smtp:Port", 25, 1, 65535),
                From = leser.Text("Jobs:Smtp:From") ?? leser.Missing("Jobs:Smtp:From"),
                Tls = leser.Flag("Jobs:Smtp:Tls", true),
            },
            Urls = leser.Addresses("Urls", "http://localhost:5080"),
        };
        leser.ThrowIfWrong();
        return einstellungen;
    }
}
